namespace Dib.Running.Tests;

/// <summary>A clock that never moves, so that every duration is nothing.</summary>
internal class StoppedTime : TimeProvider
{
    public override long GetTimestamp() => 0;
}
