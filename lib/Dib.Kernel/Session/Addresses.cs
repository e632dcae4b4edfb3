namespace Dib.Kernel.Session;

/// <summary>The kernels' addresses, which commands and events are stamped with on their way.</summary>
internal static class Addresses
{
    private static readonly string Root = $"kernel://pid-{Environment.ProcessId}";

    /// <summary>The address of one kernel, or of the one that stands for all.</summary>
    internal static Uri Of(string? kernel = null) => new(kernel is null ? Root : $"{Root}/{kernel}");

    /// <summary>The stamps of a command that went straight to a kernel.</summary>
    internal static string[] Arrived(string kernel) => [$"{Root}/{kernel}?tag=arrived"];

    /// <summary>The stamps of a command that reached a kernel through the one that stands for all.</summary>
    internal static string[] ArrivedThroughRoot(string kernel) => [$"{Root}/?tag=arrived", .. Arrived(kernel)];

    /// <summary>The stamps of a command that the kernel standing for all handled itself.</summary>
    internal static string[] HandledByRoot => [$"{Root}/?tag=arrived", $"{Root}/"];

    /// <summary>The stamps of whatever left a kernel.</summary>
    internal static string[] Left(string kernel) => [$"{Root}/{kernel}", $"{Root}/"];
}
