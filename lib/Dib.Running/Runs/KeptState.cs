namespace Dib.Running.Runs;

/// <summary>A task's states in a file of runs, as the file numbers them.</summary>
internal enum KeptState
{
    Running,
    Blocking,
    Waiting,
    Ready,
}
