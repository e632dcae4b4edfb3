namespace AsyncByExample.Deferreds;

/// <summary>
/// The reader's functions: exactly one of the two runs, or none where the one that fits is missing. They run on behalf
/// of the task that adds them.
/// </summary>
internal sealed class CallbackLink(Func<object?, object?>? callback, Func<Exception, object?>? errback) : Link
{
    private static readonly ContextCallback InContext = static link => ((CallbackLink)link!).RunInContext();

    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private object? _result;

    public override object? Run(object? result)
    {
        if (result is Failure ? errback is null : callback is null)
            return result;
        _result = result;
        if (_context is null)
            RunInContext();
        else
            ExecutionContext.Run(_context, InContext, this);
        return _result;
    }

    private void RunInContext()
    {
        try
        {
            _result = _result is Failure { Error: var error } ? errback!(error) : callback!(_result);
        }
#pragma warning disable CA1031 // Whatever a callback throws is the next errback's: that is what a Deferred is for.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _result = new Failure(exception);
        }
    }
}
