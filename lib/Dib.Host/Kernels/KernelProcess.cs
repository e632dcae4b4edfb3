using System.Diagnostics;
using System.Globalization;
using Dib.Protocol;

namespace Dib.Host.Kernels;

/// <summary>A kernel in a process of its own, spoken to over its standard streams.</summary>
internal sealed class KernelProcess : IKernel
{
    private static readonly TimeSpan TimeToGetReady = TimeSpan.FromSeconds(30);

    // A process may end while one that it started still holds its output open.
    private static readonly TimeSpan TimeToReadTheRest = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly KernelErrorStream _errors;
    private readonly CancellationTokenSource _ended = new();
    private readonly SemaphoreSlim _writing = new(1);
    private int _lastToken;

    private KernelProcess(Process process)
    {
        _process = process;
        _errors = new KernelErrorStream(process);
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => _ended.CancelAfter(TimeToReadTheRest);
    }

    /// <summary>Starts a kernel and waits until it is ready.</summary>
    /// <exception cref="KernelException">It does not start, or does not speak the protocol.</exception>
    internal static async Task<IKernel> StartAsync(
        KernelLauncher launcher,
        string folder,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        var kernel = new KernelProcess(launcher.Start(folder));
        var late = false;
        await using var deadline = time.CreateTimer(
            _ =>
            {
                late = true;
                kernel.Kill();
            },
            null,
            TimeToGetReady,
            Timeout.InfiniteTimeSpan
        );
        await using var interrupt = cancellation.Register(kernel.Kill);
        while (await kernel.ReadAsync() is { } message)
        {
            if (message.Event is KernelReady)
                return kernel;
        }
        cancellation.ThrowIfCancellationRequested();
        var how = late
            ? $"did not get ready in {TimeToGetReady.TotalSeconds} s; give --kernel a command that speaks the .NET Interactive protocol"
            : $"{await kernel.ExplainEndAsync()} before it was ready; give --kernel a command that speaks the .NET Interactive protocol";
        await kernel.DisposeAsync();
        throw new KernelException($"the kernel `{launcher}` {how}");
    }

    public async IAsyncEnumerable<KernelEvent> SendAsync(KernelCommand command)
    {
        var token = await WriteAsync(command);
        while (await ReadAsync() is { } message)
        {
            // A cell that imports others is answered for those too, under tokens of their own: 6.1, 6.2 ...
            var about = message.Command?.Token ?? "";
            if (about != token && !about.StartsWith(token + ".", StringComparison.Ordinal))
                continue;
            yield return message.Event;
            if (about == token && message.Event is CommandSucceeded or CommandFailed)
                yield break;
        }
        throw new KernelException(
            $"the kernel {await ExplainEndAsync()}; look for what ends the process in this cell, then run again"
        );
    }

    public async Task CancelAsync() => await WriteAsync(new Cancel());

    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        // It has ended already, or one of its children has while the tree was walked.
        catch (Exception e) when (e is InvalidOperationException or AggregateException) { }
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await _process.WaitForExitAsync(_ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _process.Dispose();
        _ended.Dispose();
        _writing.Dispose();
    }

    private async Task<string> WriteAsync(KernelCommand command)
    {
        await _writing.WaitAsync();
        try
        {
            var token = (++_lastToken).ToString(CultureInfo.InvariantCulture);
            var line = KernelMessage.Write(new CommandEnvelope(token, command));
            await _process.StandardInput.WriteLineAsync(line);
            await _process.StandardInput.FlushAsync();
            return token;
        }
        catch (IOException)
        {
            // Nobody reads there any more; what is left to read tells why.
            return "";
        }
        finally
        {
            _writing.Release();
        }
    }

    // Lines that are no messages are somebody's stray output.
    private async Task<EventEnvelope?> ReadAsync()
    {
        try
        {
            while (
                await _process.StandardOutput.ReadLineAsync(_ended.Token).AsTask().WaitAsync(_ended.Token) is { } line
            )
            {
                if (KernelMessage.ReadEvent(line) is { } message)
                    return message;
            }
        }
        catch (OperationCanceledException) { }
        return null;
    }

    private async Task<string> ExplainEndAsync()
    {
        using var patience = new CancellationTokenSource(TimeToReadTheRest);
        await _process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return _process.HasExited ? _errors.Explain(_process.ExitCode) : "closed its output";
    }
}
