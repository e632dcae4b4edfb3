using System.Net.Sockets;
using Dib.Live;
using Dib.Live.Sessions;
using Dib.Running.Kernels;
using Dib.Running.Notebooks;
using Microsoft.AspNetCore.Connections;

namespace Dib.Host.Commands;

/// <summary>One call of <c>serve</c>: from the address that it prints to the end of all kernels.</summary>
internal sealed class ServeSession(int port, bool opensBrowser, HostEnvironment environment)
{
    /// <summary>Serves until it is cancelled, and gives the exit code.</summary>
    internal async Task<int> RunAsync(CancellationToken cancellation)
    {
        if (NotebookFolder.Nearest(environment.CurrentDirectory) is not { } folder)
            return await RefuseAsync("There is no folder notebooks with .dib files here or in a folder above.");
        var catalog = new NotebookCatalog(folder, StartKernelAsync, environment.Time);
        await using (catalog)
        await using (var server = new LiveServer(catalog, folder, port))
        {
            try
            {
                await server.StartAsync(cancellation);
            }
            catch (IOException e) when (e.InnerException is AddressInUseException)
            {
                return await RefuseAsync(
                    $"Port {port} is taken: choose another one with --port, or --port 0 for any free one."
                );
            }
            catch (SocketException e)
            {
                return await RefuseAsync(
                    $"Port {port} cannot be used ({e.Message}): choose another one with --port, or --port 0 for any free one."
                );
            }
            await SayAsync(server.Address);
            if (opensBrowser)
                Browser.TryOpen(server.Address);
            await Task.Delay(Timeout.Infinite, cancellation)
                .ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
        return ExitCode.Ok;
    }

    private Task<IKernel> StartKernelAsync(string folder, CancellationToken cancellation) =>
        environment.StartKernel(KernelLauncher.Default with { UpdatesInPlace = true }, folder, cancellation);

    // Not wrapped at the terminal's width: an address is copied as one.
    private async Task SayAsync(string address)
    {
        var output = environment.Console.Profile.Out.Writer;
        await output.WriteLineAsync(
            "Async by Example is open at this address, for this computer only. Ctrl+C ends it."
        );
        await output.WriteLineAsync(address);
        await output.FlushAsync();
    }

    private async Task<int> RefuseAsync(string sentence)
    {
        await environment.Error.WriteLineAsync(sentence);
        return ExitCode.Usage;
    }
}
