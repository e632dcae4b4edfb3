namespace AsyncByExample;

/// <summary>What surrounds every example that is recorded. This one does nothing; who runs examples for a reader derives from it.</summary>
internal class ExampleHost
{
    /// <summary>Asked when an example starts: cancelled when the reader stops it. All its waits end then.</summary>
    public virtual CancellationToken StopRequested() => CancellationToken.None;

    /// <summary>An example is about to start.</summary>
    /// <param name="main">Its main program.</param>
    public virtual void Prepare(Delegate main) { }

    /// <summary>An example has started; what is returned is disposed when it is over.</summary>
    /// <param name="soFar">The run as it is when asked for.</param>
    public virtual IDisposable? Watch(Func<Run> soFar) => null;
}
