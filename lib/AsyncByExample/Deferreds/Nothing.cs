namespace AsyncByExample.Deferreds;

/// <summary>
/// What a chain is left with when its result went elsewhere, or its failure was taken care of by the library: Python's
/// None. To a callback it is the default of whatever type that takes.
/// </summary>
internal sealed class Nothing
{
    public static readonly Nothing Left = new();

    private Nothing() { }

    /// <summary>As a value that may be shown: null for nothing.</summary>
    public static object? AsNull(object? result) => result is Nothing ? null : result;
}
