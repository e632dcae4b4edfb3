namespace AsyncByExample.Deferreds;

/// <summary>
/// Fires once all its Deferreds have, with what became of each, in the order of the list. It never fails by default:
/// whoever cares looks at each item's <see cref="DeferredListItem.Success"/>.
/// </summary>
/// <remarks>
/// Twisted's DeferredList. Cancelling it cancels every Deferred of the list; what a canceller throws is reported. Each of
/// them keeps its result, or its failure unless that is consumed; a consumed one leaves the default of the Deferred's type.
/// </remarks>
public sealed class DeferredList : Deferred<IReadOnlyList<DeferredListItem>>
{
    /// <summary>Waits for some Deferreds. An empty list fires at once, unless it is to fire on one callback.</summary>
    /// <param name="deferreds">Those to wait for.</param>
    /// <param name="fireOnOneCallback">
    /// Fire with the first result, as a list of that one item, and wait for no other. Twisted's fires with the pair of
    /// result and index.
    /// </param>
    /// <param name="fireOnOneErrback">Fail with the first failure, in a <see cref="FirstErrorException"/>, and wait for no other.</param>
    /// <param name="consumeErrors">A failure of a Deferred counts as handled; otherwise it stays its own, to be handled or reported.</param>
    public DeferredList(
        IEnumerable<Deferred> deferreds,
        bool fireOnOneCallback = false,
        bool fireOnOneErrback = false,
        bool consumeErrors = false
    )
        : base(new ListChain(ChainsOf(deferreds), fireOnOneCallback, fireOnOneErrback, consumeErrors)) { }

    private static CallbackChain[] ChainsOf(IEnumerable<Deferred> deferreds)
    {
        ArgumentNullException.ThrowIfNull(deferreds);
        return
        [
            .. deferreds.Select(
                static (deferred, index) =>
                    deferred is null
                        ? throw new ArgumentException(
                            FormattableString.Invariant($"place {index} of the list has no Deferred: leave it out"),
                            nameof(deferreds)
                        )
                        : deferred.Chain
            ),
        ];
    }
}
