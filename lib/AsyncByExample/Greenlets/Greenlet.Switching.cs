using AsyncByExample.Clocks;
using AsyncByExample.EventLoops;
using AsyncByExample.Recording;
using SystemThread = System.Threading.Thread;

namespace AsyncByExample.Greenlets;

public sealed partial class Greenlet
{
    private const int StackBytes = 256 * 1024;

    // On the hub's thread: hands control over and waits until it comes back.
    private void Resume()
    {
        if (!_started)
        {
            _started = true;
            new SystemThread(Main, StackBytes) { IsBackground = true, Name = "greenlet" }.Start();
        }
        else
            _turn.Release();
        _back.Wait();
    }

    // On the greenlet's thread: gives control back and waits for the next turn.
    private void SwitchToHub()
    {
        Cancellation.ThrowIfStopped();
        using (Recorder.LettingGo())
        {
            _back.Release();
            _turn.Wait();
        }
        Cancellation.ThrowIfStopped();
    }

    private void Main()
    {
        s_current = this;
        EventLoop.Lend(_hub);
        try
        {
            _run();
        }
        catch (OperationCanceledException) when (Cancellation.Token.IsCancellationRequested) { }
#pragma warning disable CA1031 // As in gevent, a greenlet that throws ends alone: it is reported, and the others go on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Exception = exception;
            Console.Error.WriteLine($"a greenlet ended with {exception.GetType().Name}: {exception.Message}");
        }
        finally
        {
            Recorder.LeaveForGood();
            IsFinished = true;
            foreach (var continuation in _whenFinished)
                continuation();
            _back.Release();
        }
    }
}
