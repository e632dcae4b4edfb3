namespace Notebooks.Tests;

/// <summary>All lessons, run once in virtual time for the tests that look at the result.</summary>
public sealed class VirtualRun : IAsyncLifetime
{
    internal static readonly string[] Knobs =
    [
        "--set",
        "clock=Clock.Virtual()",
        // What is measured takes real time: here it need not be much.
        "--set",
        "n=1000",
        "--set",
        "threads=20",
    ];

    internal HostRun Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Host = await HostRun.StartAsync(TestContext.Current.CancellationToken, Knobs);

    public ValueTask DisposeAsync()
    {
        Host.Dispose();
        return ValueTask.CompletedTask;
    }
}
