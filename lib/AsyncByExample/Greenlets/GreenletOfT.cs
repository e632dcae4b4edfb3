using System.Runtime.CompilerServices;

namespace AsyncByExample.Greenlets;

/// <summary>A greenlet whose function returns something: <c>Greenlet.Spawn(() => 42)</c>.</summary>
public sealed class Greenlet<T> : Greenlet
{
    internal Greenlet(Func<T> run, TimeSpan? delay = null)
        : base(() => run(), delay) { }

    /// <summary>What its function returned; the default value as long as it has not.</summary>
    public new T? Value => base.Value is T value ? value : default;

    /// <inheritdoc cref="Greenlet.Get"/>
    /// <exception cref="GreenletExit">It was killed: gevent returns this, which no T can be.</exception>
    public new T Get(TimeSpan? timeout = null, bool block = true, [CallerLineNumber] int line = 0)
    {
        var value = base.Get(timeout, block, line);
        return value is GreenletExit exit and not T ? throw exit : (T)value!;
    }

    /// <inheritdoc cref="Greenlet.Link"/>
    public void Link(Action<Greenlet<T>> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        LinkIf(callback, () => callback(this), static _ => true);
    }
}
