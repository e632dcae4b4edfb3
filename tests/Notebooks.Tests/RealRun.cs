namespace Notebooks.Tests;

/// <summary>All lessons, run once more as <see cref="VirtualRun"/> does, on the kernel of Polyglot Notebooks.</summary>
public sealed class RealRun : IAsyncLifetime
{
    private HostRun _host = null!;

    /// <summary>The run; where the kernel is not here and cannot be restored, the test that asks is skipped.</summary>
    internal HostRun Host
    {
        get
        {
            var last = _host.Printed.TrimEnd().Split('\n')[^1];
            Assert.SkipWhen(last.Contains("could not be restored", StringComparison.Ordinal), last);
            return _host;
        }
    }

    public async ValueTask InitializeAsync() =>
        _host = await HostRun.StartAsync(
            TestContext.Current.CancellationToken,
            [.. VirtualRun.Knobs, "--kernel", "real"]
        );

    public ValueTask DisposeAsync()
    {
        _host.Dispose();
        return ValueTask.CompletedTask;
    }
}
