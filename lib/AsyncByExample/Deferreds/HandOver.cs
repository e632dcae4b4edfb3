namespace AsyncByExample.Deferreds;

/// <summary>The link of a chain that another one waits for: that one gets the result.</summary>
internal sealed class HandOver(CallbackChain waiting) : Link
{
    public CallbackChain Waiting => waiting;

    public override object? Run(object? result) =>
        throw new NotSupportedException("a chain hands its result over itself");
}
