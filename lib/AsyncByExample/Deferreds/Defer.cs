namespace AsyncByExample.Deferreds;

/// <summary>Ways to come by a Deferred.</summary>
public static partial class Defer
{
    /// <summary>A Deferred that has fired with a result already: its callbacks run as they are added.</summary>
    public static Deferred<T> Succeed<T>(T result)
    {
        var deferred = new Deferred<T>();
        deferred.Callback(result);
        return deferred;
    }

    /// <summary>A Deferred that has failed already.</summary>
    public static Deferred<T> Fail<T>(Exception error)
    {
        var deferred = new Deferred<T>();
        deferred.Errback(error);
        return deferred;
    }

    /// <inheritdoc cref="Fail{T}(Exception)"/>
    public static Deferred<object?> Fail(Exception error) => Fail<object?>(error);

    /// <summary>
    /// Calls a function that may or may not be asynchronous, so that its caller need not tell: what it returns is the
    /// result, what it throws the failure.
    /// </summary>
    public static Deferred<T> MaybeDeferred<T>(Func<T> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Try(() => Succeed(function()));
    }

    /// <inheritdoc cref="MaybeDeferred{T}(Func{T})"/>
    /// <returns>The Deferred that the function returns, itself.</returns>
    public static Deferred<T> MaybeDeferred<T>(Func<Deferred<T>> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Try(function);
    }

    /// <inheritdoc cref="MaybeDeferred{T}(Func{T})"/>
    public static Deferred<object?> MaybeDeferred(Action function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return Try(() =>
        {
            function();
            return Succeed<object?>(null);
        });
    }

    private static Deferred<T> Try<T>(Func<Deferred<T>> function)
    {
        try
        {
            return function();
        }
#pragma warning disable CA1031 // What the function throws is what its Deferred fails with.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Fail<T>(exception);
        }
    }

    /// <summary>
    /// Waits for all, and has their results in the order of the list; or fails with the first failure, in a
    /// <see cref="FirstErrorException"/>. Cancelling it cancels them all.
    /// </summary>
    /// <param name="deferreds">Those to wait for.</param>
    /// <param name="consumeErrors">The failures of the others count as handled.</param>
    public static Deferred<IReadOnlyList<T>> GatherResults<T>(
        IEnumerable<Deferred<T>> deferreds,
        bool consumeErrors = false
    ) =>
        new DeferredList(deferreds, fireOnOneErrback: true, consumeErrors: consumeErrors).AddCallback(
            IReadOnlyList<T> (items) =>
                [.. items.Select(item => item.Value is null ? default! : Deferred<T>.Typed(item.Value))]
        );
}
