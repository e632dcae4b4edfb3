namespace AsyncByExample.Tests.Greenlets.Gevent;

internal static class Differences
{
    public static Dictionary<string, string> ByDesign { get; } = new() { };
    public static Dictionary<string, string> WithoutCounterpart { get; } = new() { };
}
