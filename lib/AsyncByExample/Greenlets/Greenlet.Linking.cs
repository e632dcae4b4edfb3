namespace AsyncByExample.Greenlets;

public partial class Greenlet
{
    /// <summary>
    /// Has it call back once it has ended, or in the next turn if it has: in the order of linking, after those who were
    /// ready before, and in a greenlet of its own, which may wait.
    /// </summary>
    public void Link(Action<Greenlet> callback) => LinkIf(callback, static _ => true);

    /// <summary>As <see cref="Link"/>, if it ends without an exception.</summary>
    public void LinkValue(Action<Greenlet> callback) => LinkIf(callback, static greenlet => greenlet.Successful);

    /// <summary>As <see cref="Link"/>, if it ends by an exception.</summary>
    public void LinkException(Action<Greenlet> callback) => LinkIf(callback, static greenlet => !greenlet.Successful);

    /// <summary>Takes back one link to this callback, if there is any.</summary>
    public void Unlink(Delegate callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        RemoveLink(callback);
    }

    private protected void LinkIf(Delegate key, Action call, Func<Greenlet, bool> concerns) =>
        AddLink(() => concerns(this) ? new Greenlet(Function(call), startsAtOnce: true)._start : null, key);

    private void LinkIf(Action<Greenlet> callback, Func<Greenlet, bool> concerns)
    {
        ArgumentNullException.ThrowIfNull(callback);
        LinkIf(callback, () => callback(this), concerns);
    }
}
