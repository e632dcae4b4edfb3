using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Dib.Protocol;

namespace Dib.Running.Kernels;

/// <summary>A kernel in a process of its own, spoken to over its standard streams.</summary>
internal sealed class KernelProcess : IKernel
{
    private static readonly TimeSpan TimeToGetReady = TimeSpan.FromSeconds(30);

    // A process may end while one that it started still holds its output open.
    private static readonly TimeSpan TimeToReadTheRest = TimeSpan.FromSeconds(2);

    private readonly Process _process;
    private readonly KernelErrorStream _errors;
    private readonly ByteLines _output;
    private readonly CancellationTokenSource _silence = new();
    private readonly PendingCommands _pending = new();
    private readonly TaskCompletionSource<string> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
#pragma warning disable CA2213 // It holds nothing, and a late Cancel may still wait for it.
    private readonly SemaphoreSlim _writing = new(1);
#pragma warning restore CA2213
    private Task _reading = Task.CompletedTask;
    private int _lastToken;

    private KernelProcess(Process process)
    {
        _process = process;
        _errors = new KernelErrorStream(process);
        _output = new ByteLines(process.StandardOutput.BaseStream);
        _process.EnableRaisingEvents = true;
        _process.Exited += (_, _) => _silence.CancelAfter(TimeToReadTheRest);
    }

    /// <summary>Starts a kernel and waits until it is ready.</summary>
    /// <exception cref="KernelException">It does not start, or does not speak the protocol.</exception>
    internal static async Task<IKernel> StartAsync(
        KernelLauncher launcher,
        string folder,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        var kernel = new KernelProcess(launcher.Start(folder));
        var late = false;
        await using var deadline = time.CreateTimer(
            _ =>
            {
                late = true;
                kernel.Kill();
            },
            null,
            TimeToGetReady,
            Timeout.InfiniteTimeSpan
        );
        await using var interrupt = cancellation.Register(kernel.Kill);
        while (await kernel.ReadAsync() is { } message)
        {
            if (message.Event is not KernelReady)
                continue;
            kernel._reading = Task.Run(kernel.ReadToEndAsync, CancellationToken.None);
            return kernel;
        }
        cancellation.ThrowIfCancellationRequested();
        var how = late
            ? $"did not get ready in {TimeToGetReady.TotalSeconds} s; give --kernel a command that speaks the .NET Interactive protocol"
            : $"{await kernel.ExplainEndAsync()} before it was ready; give --kernel a command that speaks the .NET Interactive protocol";
        await kernel.DisposeAsync();
        throw new KernelException($"the kernel `{launcher}` {how}");
    }

    public Task<string> Ended => _ended.Task;

    public long MemoryHeld()
    {
        try
        {
            // Not of our own object: to read that anew, while somebody waits for its end, is not safe.
            using var process = Process.GetProcessById(_process.Id);
            return process.WorkingSet64;
        }
        // It has ended.
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return 0;
        }
    }

    public async IAsyncEnumerable<KernelEvent> SendAsync(
        KernelCommand command,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        var token = NextToken();
        var answers = _pending.Open(token);
        try
        {
            await WriteAsync(KernelMessage.Write(new CommandEnvelope(token, command)));
            await foreach (var answer in answers.ReadAllAsync(cancellation))
            {
                yield return answer.Event;
                if (PendingCommands.IsEnd(answer, token))
                    yield break;
            }
        }
        finally
        {
            _pending.Close(token);
            while (answers.TryRead(out var unread))
                Refuse(unread);
        }
        throw new KernelException(
            $"the kernel {await Ended}; look for what ends the process in this cell, then run again"
        );
    }

    public Task AnswerAsync(InputRequested asked, KernelEvent answer) =>
        WriteAsync(KernelMessage.Write(new EventEnvelope(answer, asked.Command)));

    public Task CancelAsync() => WriteAsync(KernelMessage.Write(new CommandEnvelope(NextToken(), new Cancel())));

    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        // It has ended already, or one of its children has while the tree was walked.
        catch (Exception e) when (e is InvalidOperationException or AggregateException) { }
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await _process.WaitForExitAsync(_silence.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _pending.EndAll();
        await _reading;
        _process.Dispose();
        _silence.Dispose();
    }

    private string NextToken() => Interlocked.Increment(ref _lastToken).ToString(CultureInfo.InvariantCulture);

    private async Task WriteAsync(string line)
    {
        await _writing.WaitAsync();
        try
        {
            await _process.StandardInput.WriteLineAsync(line);
            await _process.StandardInput.FlushAsync();
        }
        // Nobody reads there any more; what is left to read tells why.
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException) { }
        finally
        {
            _writing.Release();
        }
    }

    private async Task ReadToEndAsync()
    {
        while (await ReadAsync() is { } message)
        {
            if (!await _pending.DeliverAsync(message))
                Refuse(message);
        }
        _ended.SetResult(await ExplainEndAsync());
        _pending.EndAll();
    }

    // Nobody listens any more: a cell that asks must not wait for ever.
    private void Refuse(EventEnvelope unheard)
    {
        if (unheard.Event is InputRequested asked)
            _ = AnswerAsync(asked, Unattended.Refuse(asked));
    }

    // Lines that are no messages are somebody's stray output.
    private async Task<EventEnvelope?> ReadAsync()
    {
        try
        {
            while (await _output.ReadAsync(_silence.Token).AsTask().WaitAsync(_silence.Token) is { } line)
            {
                if ((KernelMessage.ReadEvent(line.Span) ?? ReadRequest(line.Span)) is { } message)
                    return message;
            }
        }
        catch (OperationCanceledException) { }
        return null;
    }

    // The one command that goes the other way.
    private static EventEnvelope? ReadRequest(ReadOnlySpan<byte> line) =>
        KernelMessage.ReadCommand(line) is { Command: RequestInput } asked
            ? new EventEnvelope(new InputRequested(asked), asked)
            : null;

    private async Task<string> ExplainEndAsync()
    {
        using var patience = new CancellationTokenSource(TimeToReadTheRest);
        await _process.WaitForExitAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return _process.HasExited ? _errors.Explain(_process.ExitCode) : "closed its output";
    }
}
