namespace Dib.Host.Live;

/// <summary>Stands where code is still to come.</summary>
internal static class Stub
{
    internal static Exception Of(params object?[] used) => new NotSupportedException($"not built yet {used.Length}");
}
