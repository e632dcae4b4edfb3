namespace AsyncByExample.Deferreds;

/// <summary>
/// Fires once all its Deferreds have, with what became of each, in the order of the list. It never fails by default:
/// whoever cares looks at each item's <see cref="DeferredListItem.Success"/>.
/// </summary>
/// <remarks>Twisted's DeferredList. Cancelling it cancels every Deferred of the list.</remarks>
public sealed class DeferredList : Deferred<IReadOnlyList<DeferredListItem>>
{
    private readonly Deferred[] _deferreds;
    private readonly DeferredListItem?[] _items;
    private readonly bool _fireOnOneCallback;
    private readonly bool _fireOnOneErrback;
    private readonly bool _consumeErrors;
    private int _left;

    /// <summary>Waits for some Deferreds. An empty list fires at once, unless it is to fire on one callback.</summary>
    /// <param name="deferreds">Those to wait for.</param>
    /// <param name="fireOnOneCallback">Fire with the first result, as a list of that one item, and wait for no other.</param>
    /// <param name="fireOnOneErrback">Fail with the first failure, in a <see cref="FirstErrorException"/>, and wait for no other.</param>
    /// <param name="consumeErrors">A failure of a Deferred counts as handled; otherwise it stays its own, to be handled or reported.</param>
    public DeferredList(
        IEnumerable<Deferred> deferreds,
        bool fireOnOneCallback = false,
        bool fireOnOneErrback = false,
        bool consumeErrors = false
    )
    {
        _deferreds = [.. deferreds];
        _items = new DeferredListItem?[_deferreds.Length];
        _left = _deferreds.Length;
        (_fireOnOneCallback, _fireOnOneErrback, _consumeErrors) = (fireOnOneCallback, fireOnOneErrback, consumeErrors);
        Chain.PassesCancelTo = CancelAll;
        if (_left == 0 && !fireOnOneCallback)
            Callback([]);
        foreach (var (index, deferred) in _deferreds.Index())
            deferred.Chain.Add(Link.OfLibrary(value => Succeeded(index, value), error => Failed(index, error)));
    }

    private object? Succeeded(int index, object? value)
    {
        var item = new DeferredListItem(index, true, value, null);
        Note(item);
        if (_fireOnOneCallback && !IsFired)
            Callback([item]);
        FireIfComplete();
        return value;
    }

    private Outcome Failed(int index, Exception error)
    {
        Note(new DeferredListItem(index, false, null, error));
        if (_fireOnOneErrback && !IsFired)
            Errback(new FirstErrorException(error, index));
        FireIfComplete();
        return _consumeErrors ? Outcome.Of(null) : Outcome.Failed(error);
    }

    private void Note(DeferredListItem item) => (_items[item.Index], _left) = (item, _left - 1);

    private void FireIfComplete()
    {
        if (_left == 0 && !IsFired)
            Callback(_items!);
    }

    private void CancelAll()
    {
        foreach (var deferred in _deferreds)
            UnhandledErrors.CatchIn("a canceller", deferred.Cancel);
    }
}
