using System.Runtime.InteropServices;

namespace AsyncByExample.Greenlets;

/// <summary>
/// Where Linux looks up whom to wake, among the threads of a process that sleep. Windows and macOS keep no such table.
/// </summary>
internal static class FutexTable
{
    private const int ManyThreads = 500;

    private const int FutexHash = 78;
    private const int SetSlots = 1;
    private const int Slots = 16_384;

    private static int s_threads;

    /// <summary>
    /// One more thread. Since Linux 6.16 a process has a table of its own, with four places for each core: where thousands
    /// sleep, each wake goes through hundreds of others, which costs as much again as to start a thread.
    /// </summary>
    public static void AddThread()
    {
        if (Interlocked.Increment(ref s_threads) != ManyThreads || !OperatingSystem.IsLinux())
            return;
        try
        {
            // An older Linux says that it does not know this, and needs no more.
            _ = Control(FutexHash, SetSlots, Slots, 0, 0);
        }
        catch (Exception exception) when (exception is DllNotFoundException or EntryPointNotFoundException) { }
    }

    /// <summary>One less.</summary>
    public static void RemoveThread() => Interlocked.Decrement(ref s_threads);

    [DllImport("libc", EntryPoint = "prctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(int option, nuint argument2, nuint argument3, nuint argument4, nuint argument5);
}
