using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AsyncByExample.Bench;

/// <summary>The endpoint that the http benchmark asks, for our programs and the peers' alike: in a process of its own.</summary>
internal sealed class EndPoint : IDisposable
{
    public const int BodyBytes = 1024;
    public static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(200);

    private readonly Process _process;

    /// <summary>Starts the process, and waits until it listens.</summary>
    public EndPoint()
    {
        _process = Process.Start(
            new ProcessStartInfo(Environment.ProcessPath!, "serve")
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
        Url =
            _process.StandardOutput.ReadLine()
            ?? throw new InvalidOperationException("the server of the http benchmark ended before it listened");
    }

    public string Url { get; }

    /// <summary>Ends the process.</summary>
    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>In the process: prints the endpoint's address, and serves until the standard input is closed.</summary>
    public static async Task<int> ServeAsync()
    {
        var body = new byte[BodyBytes];
        Array.Fill(body, (byte)'a');
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var server = builder.Build();
        server.Run(async request =>
        {
            await Task.Delay(Latency);
            request.Response.ContentLength = body.Length;
            await request.Response.Body.WriteAsync(body);
        });
        await server.StartAsync();
        Console.WriteLine(server.Urls.First());
        await Console.In.ReadToEndAsync();
        return 0;
    }
}
