namespace AsyncByExample.Deferreds;

public static partial class Defer
{
    /// <summary>
    /// What a task will have, on the thread of the reactor that runs or is about to. Cancelling the Deferred cancels
    /// the task's token, and so does the end of the reactor's run. Twisted's Deferred.fromFuture.
    /// </summary>
    /// <param name="start">Starts the task.</param>
    /// <exception cref="InvalidOperationException">There is no reactor to call back from.</exception>
    public static Deferred<T> FromTask<T>(Func<CancellationToken, Task<T>> start)
    {
        var reactor = Reactor.Required;
        var cancellation = CancellationTokenSource.CreateLinkedTokenSource(reactor.Ended);
        var deferred = new Deferred<T>(_ => cancellation.Cancel());
        _ = StartAsync(start, cancellation.Token)
            .ContinueWith(
                task => reactor.Post(() => Fire(deferred, task, cancellation)),
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default
            );
        return deferred;
    }

    private static Task<T> StartAsync<T>(Func<CancellationToken, Task<T>> start, CancellationToken cancellation)
    {
        try
        {
            return start(cancellation);
        }
#pragma warning disable CA1031 // What an async method throws at once is what its task would have failed with.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Task.FromException<T>(exception);
        }
    }

    private static void Fire<T>(Deferred<T> deferred, Task<T> task, CancellationTokenSource cancellation)
    {
        cancellation.Dispose();
        if (deferred.IsFired)
            return;
        if (task.IsCompletedSuccessfully)
#pragma warning disable VSTHRD002 // It is complete.
            deferred.Callback(task.Result);
#pragma warning restore VSTHRD002
        else
            deferred.Errback(task.Exception?.InnerException ?? new TaskCanceledException(task));
    }
}
