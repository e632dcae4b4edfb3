using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Dib.Protocol;
using Dib.Running.Kernels;

namespace Dib.Running.Tests;

/// <summary>A kernel that answers as a test tells it to; a cell that nothing is told of succeeds.</summary>
internal sealed class ScriptedKernel : IKernel
{
    private readonly Dictionary<string, KernelEvent[]> _answers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _gates = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, TaskCompletionSource<KernelEvent>> _asked = new(
        StringComparer.Ordinal
    );
    private readonly TaskCompletionSource<string> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _arrivals = new(0);
    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private volatile int _waiting;
    private int _seen;

    /// <summary>The code of all cells that arrived.</summary>
    internal List<string> Submitted { get; } = [];

    /// <summary>All answers to what cells asked.</summary>
    internal ConcurrentQueue<KernelEvent> Answers { get; } = [];

    internal string? Run { get; init; }

    /// <summary>A cell that never ends by itself.</summary>
    internal string? Endless { get; init; }

    /// <summary>A cell that never ends by itself, but when it is asked to.</summary>
    internal string? Obedient { get; init; }

    /// <summary>A cell that takes the kernel with it.</summary>
    internal string? Deadly { get; init; }

    internal Action<string> WhenSubmitted { get; init; } = _ => { };

    /// <summary>Completes when so many cells have arrived, and the answers to the last are sent.</summary>
    internal async Task ArrivedAsync(int count)
    {
        for (var i = _seen; i < count; i++, _seen++)
            await _arrivals.WaitAsync();
    }

    /// <summary>Completes when somebody cancels.</summary>
    internal Task Cancelled => _cancelled.Task;

    public Task<string> Ended => _ended.Task;

    /// <summary>The bytes that it says it holds.</summary>
    internal long Held { get; set; }

    public long MemoryHeld() => Held;

    internal ScriptedKernel On(string code, params KernelEvent[] events)
    {
        _answers[code] = events;
        return this;
    }

    /// <summary>Holds a cell up after its answers, until the test lets it go on.</summary>
    internal TaskCompletionSource Hold(string code) =>
        _gates[code] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public async IAsyncEnumerable<KernelEvent> SendAsync(
        KernelCommand command,
        [EnumeratorCancellation] CancellationToken cancellation = default
    )
    {
        var code = (command as SubmitCode)?.Code ?? "";
        if (command is SubmitCode)
            Arrive(code);
        var events = AnswerTo(command);
        foreach (var answer in events)
        {
            var asked = answer as InputRequested;
            // Before a test can hear of it, and end the kernel.
            if (asked is not null)
                _waiting++;
            yield return answer;
            if (asked is null)
                continue;
            var heard = await ListenAsync(asked).WaitAsync(cancellation);
            yield return heard;
            if (heard is CommandFailed)
                yield break;
        }
        if (code.Length > 0)
            await PassAsync(code).WaitAsync(cancellation);
        if (code.Length > 0 && code == Obedient)
            yield return new CommandFailed("Command cancelled.");
        else if (events is not [.., CommandFailed])
            yield return new CommandSucceeded(0);
    }

    public Task AnswerAsync(InputRequested asked, KernelEvent answer)
    {
        Answers.Enqueue(answer);
        AnswerTo(asked).TrySetResult(answer);
        return Task.CompletedTask;
    }

    public Task CancelAsync()
    {
        _cancelled.TrySetResult();
        return Task.CompletedTask;
    }

    public void Kill() => End("ended with exit code 137");

    public void End(string how) => _ended.TrySetResult(how);

    internal bool IsDisposed { get; private set; }

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        // Tests of runs give several notebooks one kernel.
        if (_waiting > 0)
            Kill();
        return ValueTask.CompletedTask;
    }

    internal static StandardOutputValueProduced Printed(string text) => new([new FormattedValue("text/plain", text)]);

    internal static StandardErrorValueProduced Complained(string text) => new([new FormattedValue("text/plain", text)]);

    internal static DisplayedValueProduced Displayed(string html, string? id = null) =>
        new([new FormattedValue("text/html", html)], id);

    internal static DisplayedValueUpdated Updated(string html, string id) =>
        new([new FormattedValue("text/html", html)], id);

    /// <summary>A cell asks, prints what it is answered, and fails when that is a failure.</summary>
    internal static InputRequested Asked(string? prompt, bool isPassword = false) =>
        new(new CommandEnvelope(Guid.NewGuid().ToString(), new RequestInput(prompt) { IsPassword = isPassword }));

    private void Arrive(string code)
    {
        lock (Submitted)
            Submitted.Add(code);
        WhenSubmitted(code);
        if (code == Deadly)
            End("ended with exit code 3");
    }

    private async Task PassAsync(string code)
    {
        _waiting++;
        _arrivals.Release();
        if (code == Endless)
            await _ended.Task;
        if (code == Obedient)
            await Task.WhenAny(_cancelled.Task, _ended.Task);
        if (_gates.TryGetValue(code, out var gate))
            await Task.WhenAny(gate.Task, _ended.Task);
        _waiting--;
        if (_ended.Task.IsCompleted)
            throw new KernelException($"the kernel {await _ended.Task}");
    }

    private async Task<KernelEvent> ListenAsync(InputRequested asked)
    {
        var answer = AnswerTo(asked).Task;
        await Task.WhenAny(answer, _cancelled.Task, _ended.Task);
        _waiting--;
        return _ended.Task.IsCompleted ? throw new KernelException($"the kernel {await _ended.Task}")
            : _cancelled.Task.IsCompleted ? new CommandFailed("Command cancelled.")
            : await answer is InputProduced { Value: var value } ? Printed(value + "\n")
            : new CommandFailed($"System.Exception: {((CommandFailed)await answer).Message}\n   at X", null, new(1, 0));
    }

    private TaskCompletionSource<KernelEvent> AnswerTo(InputRequested asked) =>
        _asked.GetOrAdd(asked.Command.Token, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    private KernelEvent[] AnswerTo(KernelCommand command) =>
        command switch
        {
            SubmitCode submit => _answers.GetValueOrDefault(submit.Code, []),
            RequestValue { Name: "run" } when Run is not null =>
            [
                new ValueProduced("run", new FormattedValue("application/json", Run)),
            ],
            _ => [new CommandFailed("Value not found")],
        };
}
