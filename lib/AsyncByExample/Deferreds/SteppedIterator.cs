using System.Collections;
using AsyncByExample.Scheduling;

namespace AsyncByExample.Deferreds;

/// <summary>
/// An iterator that is run a step at a time, on behalf of the task that it says it is: what one step enters, such as
/// <see cref="ElapsedTime"/>'s lane, is there again in the next and never in anybody else's.
/// </summary>
internal sealed class SteppedIterator(IEnumerator iterator) : IDisposable
{
    private static readonly ContextCallback Stepping = static it => ((SteppedIterator)it!).Step();
    private static readonly ContextCallback Leaving = static it => ((SteppedIterator)it!).Leave();

    private readonly IEnumerator _iterator =
        iterator ?? throw new ArgumentNullException(nameof(iterator), "there is no iterator to run");
    private readonly object? _startedBy = TaskObserver.Current?.Task;
    private ExecutionContext? _context = ExecutionContext.Capture();
    private bool _hasNext;
    private bool _isStepping;
    private bool _isLeft;

    public IEnumerator Iterator => _iterator;

    public object? Current => _iterator.Current;

    public bool MoveNext()
    {
        InContext(Stepping);
        return _hasNext;
    }

    /// <summary>What it waited for has failed, and so does the task that it is.</summary>
    public void Fail(Exception exception)
    {
        if (_context is null)
            Tell(exception);
        else
            ExecutionContext.Run(_context, _ => Tell(exception), null);
    }

    /// <summary>
    /// Leaves the iterator where it is: its using and finally blocks run. In the middle of a step, it is left at the
    /// end of that.
    /// </summary>
    public void Dispose()
    {
        _isLeft = true;
        if (!_isStepping)
            InContext(Leaving);
    }

    private void Step()
    {
        _isStepping = true;
        try
        {
            _hasNext = _iterator.MoveNext();
        }
        // A filter sees the exception before the iterator's using and finally blocks run.
        catch (Exception exception) when (Tell(exception))
        {
            throw;
        }
        finally
        {
            _isStepping = false;
        }
        if (_isLeft)
            Leave();
        if (_context is not null)
            _context = ExecutionContext.Capture();
    }

    // One that runs on behalf of somebody else's task leaves it to that one what becomes of a failure.
    private bool Tell(Exception exception)
    {
        if (TaskObserver.Current is { } observer && observer.Task != _startedBy)
            observer.Fails(exception);
        return false;
    }

    private void Leave() => (_iterator as IDisposable)?.Dispose();

    private void InContext(ContextCallback action)
    {
        if (_context is null)
            action(this);
        else
            ExecutionContext.Run(_context, action, this);
    }
}
