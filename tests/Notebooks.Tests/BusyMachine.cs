namespace Notebooks.Tests;

/// <summary>Keeps every processor busy until it is disposed, as other programs do.</summary>
internal sealed class BusyMachine : IDisposable
{
    private readonly List<Thread> _others;
    private volatile bool _stopped;

    public BusyMachine()
    {
        var count = 2 * Environment.ProcessorCount;
        _others = [.. Enumerable.Range(0, count).Select(_ => new Thread(Spin) { IsBackground = true })];
        _others.ForEach(other => other.Start());
    }

    public void Dispose()
    {
        _stopped = true;
        _others.ForEach(other => other.Join());
    }

    private void Spin()
    {
        while (!_stopped) { }
    }
}
