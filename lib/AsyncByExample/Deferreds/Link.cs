namespace AsyncByExample.Deferreds;

/// <summary>One step of a callback chain.</summary>
internal abstract class Link
{
    /// <summary>The link that runs after this one; after the last one, the first.</summary>
    public Link? Next { get; set; }

    /// <summary>Makes one result of another: each is a value, a <see cref="Failure"/> or <see cref="Nothing"/>.</summary>
    public abstract object? Run(object? result);
}
