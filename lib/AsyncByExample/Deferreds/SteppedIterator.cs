using System.Collections;

namespace AsyncByExample.Deferreds;

/// <summary>
/// An iterator that is run a step at a time, on behalf of the task that it says it is: what one step enters, such as
/// <see cref="ElapsedTime"/>'s lane, is there again in the next and never in anybody else's.
/// </summary>
internal sealed class SteppedIterator(IEnumerator iterator) : IDisposable
{
    private readonly IEnumerator _iterator =
        iterator ?? throw new ArgumentNullException(nameof(iterator), "there is no iterator to run");
    private ExecutionContext? _context = ExecutionContext.Capture();
    private bool _hasNext;
    private bool _isStepping;
    private bool _isLeft;

    public IEnumerator Iterator => _iterator;

    public object? Current => _iterator.Current;

    public bool MoveNext()
    {
        InContext(static it => it.Step());
        return _hasNext;
    }

    /// <summary>
    /// Leaves the iterator where it is: its using and finally blocks run. In the middle of a step, it is left at the
    /// end of that.
    /// </summary>
    public void Dispose()
    {
        _isLeft = true;
        if (!_isStepping)
            InContext(static it => (it._iterator as IDisposable)?.Dispose());
    }

    private void Step()
    {
        _isStepping = true;
        try
        {
            _hasNext = _iterator.MoveNext();
        }
        finally
        {
            _isStepping = false;
        }
        if (_isLeft)
            (_iterator as IDisposable)?.Dispose();
    }

    private void InContext(Action<SteppedIterator> step)
    {
        if (_context is null)
            step(this);
        else
            ExecutionContext.Run(
                _context,
                _ =>
                {
                    step(this);
                    _context = ExecutionContext.Capture();
                },
                null
            );
    }
}
