namespace AsyncByExample.Deferreds;

/// <summary>
/// One step of a callback chain: exactly one of its two functions runs, or none where the one that fits is missing.
/// </summary>
internal sealed class Link
{
    private readonly Func<object?, object?>? _callback;
    private readonly Func<Exception, object?>? _errback;
    private readonly ExecutionContext? _context;
    private Outcome _outcome;

    private Link(Func<object?, object?>? callback, Func<Exception, object?>? errback, ExecutionContext? context) =>
        (_callback, _errback, _context) = (callback, errback, context);

    /// <summary>The chain that gets the outcome instead; null for an ordinary link.</summary>
    public CallbackChain? HandsOverTo { get; private init; }

    /// <summary>The link that runs after this one; null if there is none yet.</summary>
    public Link? Next { get; set; }

    /// <summary>The reader's functions: they run on behalf of the task that adds them here and now.</summary>
    public static Link OfTask(Func<object?, object?>? callback, Func<Exception, object?>? errback) =>
        new(callback, errback, ExecutionContext.Capture());

    /// <summary>The library's own functions, which belong to no task.</summary>
    public static Link OfLibrary(Func<object?, object?>? callback, Func<Exception, object?>? errback) =>
        new(callback, errback, null);

    public static Link HandOver(CallbackChain chain) => new(null, null, null) { HandsOverTo = chain };

    public Outcome Run(Outcome outcome)
    {
        if (outcome.Error is null ? _callback is null : _errback is null)
            return outcome;
        _outcome = outcome;
        if (_context is null)
            RunInContext();
        else
            ExecutionContext.Run(_context, static link => ((Link)link!).RunInContext(), this);
        return _outcome;
    }

    private void RunInContext()
    {
        try
        {
            var result = _outcome.Error is { } error ? _errback!(error) : _callback!(_outcome.Value);
            _outcome = result is Outcome outcome ? outcome : Outcome.Of(result);
        }
#pragma warning disable CA1031 // Whatever a callback throws is the next errback's: that is what a Deferred is for.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _outcome = Outcome.Failed(exception);
        }
    }
}
