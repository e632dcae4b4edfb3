namespace AsyncByExample.Deferreds;

/// <summary>The chain of a <see cref="DeferredList"/>, and what it knows of its members.</summary>
internal sealed class ListChain : CallbackChain
{
    private readonly CallbackChain[] _members;
    private readonly DeferredListItem[] _items;
    private readonly bool _fireOnOneCallback;
    private readonly bool _fireOnOneErrback;
    private readonly bool _consumeErrors;
    private int _left;

    public ListChain(CallbackChain[] members, bool fireOnOneCallback, bool fireOnOneErrback, bool consumeErrors)
    {
        _members = members;
        _items = new DeferredListItem[members.Length];
        _left = members.Length;
        (_fireOnOneCallback, _fireOnOneErrback, _consumeErrors) = (fireOnOneCallback, fireOnOneErrback, consumeErrors);
        if (_left == 0 && !fireOnOneCallback)
            Fire(_items);
        foreach (var (index, member) in members.Index())
            member.Add(new MemberLink(this, index));
    }

    private object? Note(int index, object? result)
    {
        var error = (result as Failure)?.Error;
        var item = new DeferredListItem(index, error is null, error is null ? Nothing.AsNull(result) : null, error);
        _items[index] = item;
        _left--;
        if (!IsFired)
            FireAfter(item);
        return _consumeErrors && error is not null ? Nothing.Left : result;
    }

    private void FireAfter(DeferredListItem item)
    {
        if (item.Success && _fireOnOneCallback)
            Fire(new[] { item });
        else if (!item.Success && _fireOnOneErrback)
            Fire(new Failure(new FirstErrorException(item.Error!, item.Index)));
        else if (_left == 0)
            Fire(_items);
    }

    private protected override void CancelUnfired()
    {
        foreach (var member in _members)
            UnhandledErrors.CatchIn("a canceller", member.Cancel);
    }

    private sealed class MemberLink(ListChain list, int index) : Link
    {
        public override object? Run(object? result) => list.Note(index, result);
    }
}
