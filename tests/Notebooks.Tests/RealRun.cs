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
            Assert.SkipWhen(_host.Printed.Contains("could not be restored", StringComparison.Ordinal), _host.Printed);
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
