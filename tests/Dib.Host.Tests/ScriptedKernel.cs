using Dib.Host.Kernels;
using Dib.Protocol;

namespace Dib.Host.Tests;

/// <summary>A kernel that answers as a test tells it to; a cell that nothing is told of succeeds.</summary>
internal sealed class ScriptedKernel : IKernel
{
    private readonly Dictionary<string, KernelEvent[]> _answers = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _ended = new(0);

    /// <summary>The code of all cells that arrived.</summary>
    internal List<string> Submitted { get; } = [];

    internal string? Run { get; init; }

    /// <summary>A cell that never ends by itself.</summary>
    internal string? Endless { get; init; }

    /// <summary>A cell that takes the kernel with it.</summary>
    internal string? Deadly { get; init; }

    internal Action<string> WhenSubmitted { get; init; } = _ => { };

    internal ScriptedKernel On(string code, params KernelEvent[] events)
    {
        _answers[code] = events;
        return this;
    }

    public async IAsyncEnumerable<KernelEvent> SendAsync(KernelCommand command)
    {
        if (command is SubmitCode { Code: var code })
        {
            Submitted.Add(code);
            WhenSubmitted(code);
            if (code == Endless)
                await _ended.WaitAsync();
            if (code == Endless || code == Deadly)
                throw new KernelException("the kernel ended with exit code 3");
        }
        var events = AnswerTo(command);
        foreach (var answer in events)
            yield return answer;
        if (events is not [.., CommandFailed])
            yield return new CommandSucceeded(0);
    }

    public Task CancelAsync() => Task.CompletedTask;

    public void Kill() => _ended.Release();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal static StandardOutputValueProduced Printed(string text) => new([new FormattedValue("text/plain", text)]);

    internal static StandardErrorValueProduced Complained(string text) => new([new FormattedValue("text/plain", text)]);

    internal static DisplayedValueProduced Displayed(string html) => new([new FormattedValue("text/html", html)]);

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
