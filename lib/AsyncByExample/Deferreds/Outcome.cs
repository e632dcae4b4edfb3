namespace AsyncByExample.Deferreds;

/// <summary>
/// What a callback chain holds just now: a value, or the exception that it failed with. A link of the library may
/// return one, which passes a failure on without throwing it again.
/// </summary>
internal readonly record struct Outcome(object? Value, Exception? Error)
{
    public static Outcome Of(object? value) => new(value, null);

    public static Outcome Failed(Exception error) => new(null, error);
}
