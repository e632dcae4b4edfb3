using AsyncByExample.Scheduling;

namespace AsyncByExample.Deferreds;

/// <summary>
/// The chains of one reactor that ended in a failure which nobody has taken care of yet, in the order of failing.
/// </summary>
internal sealed class UnhandledErrors
{
    private readonly LinkedList<CallbackChain> _failed = new();

    /// <summary>Those of the current reactor; null where there is none.</summary>
    public static UnhandledErrors? Current => Reactor.Current?.UnhandledErrors;

    public LinkedListNode<CallbackChain> Add(CallbackChain chain) => _failed.AddLast(chain);

    /// <summary>Prints each in a line, once.</summary>
    public void Report()
    {
        foreach (var chain in _failed)
            Report("Deferred", chain.Error!);
        _failed.Clear();
    }

    /// <summary>Runs what must not keep others from running: what it throws is printed in a line.</summary>
    public static void CatchIn(string where, Action action) => CatchIn(where, static action => action(), action);

    /// <inheritdoc cref="CatchIn(string, Action)"/>
    public static void CatchIn<T>(string where, Action<T> action, T argument)
    {
        try
        {
            action(argument);
        }
#pragma warning disable CA1031 // As in Twisted, what nobody can catch is reported.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Report(where, exception);
        }
    }

    private static void Report(string where, Exception error)
    {
        // The reader has stopped the example, and knows.
        if (error is OperationCanceledException && Cancellation.Token.IsCancellationRequested)
            return;
        Console.Error.WriteLine($"Unhandled error in {where}: {error.GetType().Name}: {error.Message}");
    }
}
