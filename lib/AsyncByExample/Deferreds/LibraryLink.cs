namespace AsyncByExample.Deferreds;

/// <summary>A function of the library's own, which belongs to no task. What it throws is the chain's failure.</summary>
internal sealed class LibraryLink(Func<object?, object?> function) : Link
{
    public override object? Run(object? result)
    {
        try
        {
            return function(result);
        }
#pragma warning disable CA1031 // As with any callback.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new Failure(exception);
        }
    }
}
