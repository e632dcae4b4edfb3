namespace Dib.Live.Sessions;

/// <summary>What a notebook's kernel does.</summary>
internal enum KernelStatus
{
    /// <summary>There is none; the next run starts one.</summary>
    None,
    Starting,
    Idle,
    Running,
    Stopping,
}
