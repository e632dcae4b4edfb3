namespace Notebooks.Tests;

/// <summary>Two lessons on our kernel, started as Visual Studio Code starts one, and as everybody else does.</summary>
public sealed class EditorRun(VirtualRun elsewhere) : IAsyncLifetime
{
    private static readonly string[] Lessons = ["02-cooperative", "03-cooperative-blocking"];

    internal HostRun Host { get; private set; } = null!;

    internal HostRun Elsewhere => elsewhere.Host;

    public async ValueTask InitializeAsync() =>
        Host = await HostRun.StartAsync(
            TestContext.Current.CancellationToken,
            [.. Lessons, .. VirtualRun.Knobs[..2], "--kernel", $"dotnet \"{Repository.Kernel}\" [vscode]"]
        );

    public ValueTask DisposeAsync()
    {
        Host.Dispose();
        return ValueTask.CompletedTask;
    }
}
