namespace AsyncByExample.Labs.Pool;

/// <summary>
/// The thread pool as it is when a program starts: a thread for each processor, and more only as it finds out that they
/// are needed. What earlier work made it grow by is not used until it is disposed of; then all is as it was.
/// </summary>
internal sealed class SmallPool : IDisposable
{
    private readonly int _least;

    public SmallPool()
    {
        ThreadPool.GetMinThreads(out _least, out var leastPorts);
        ThreadPool.GetMaxThreads(out var most, out var mostPorts);
        var first = Environment.ProcessorCount;
        ThreadPool.SetMinThreads(Math.Min(first, _least), leastPorts);
        // A limit makes the pool forget how many threads it thought right, and that it does not remember afterwards.
        ThreadPool.SetMaxThreads(first, mostPorts);
        ThreadPool.SetMaxThreads(most, mostPorts);
    }

    public void Dispose()
    {
        ThreadPool.GetMinThreads(out _, out var leastPorts);
        ThreadPool.SetMinThreads(_least, leastPorts);
    }
}
