using System.Collections.Concurrent;
using Dib.Kernel.Streams;
using Dib.Protocol;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Connection;
using EngineInput = Microsoft.DotNet.Interactive.Events.InputProduced;
using EngineRequest = Microsoft.DotNet.Interactive.Commands.RequestInput;

namespace Dib.Kernel.Engine;

/// <summary>Asks the reader for what a cell asks for: the client is sent the command, and answers with an event.</summary>
internal sealed class ReaderInput(Outbox outbox)
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<KernelEvent>> _asked = new(
        StringComparer.Ordinal
    );

    internal void AddTo(CompositeKernel root) => root.RegisterCommandHandler<EngineRequest>(AskAsync);

    /// <summary>Takes what a client says about a command that it was sent.</summary>
    internal void Hear(EventEnvelope answer)
    {
        if (
            answer.Event is InputProduced or CommandFailed
            && _asked.TryRemove(answer.Command?.Token ?? "", out var asked)
        )
            asked.TrySetResult(answer.Event);
    }

    private async Task AskAsync(EngineRequest request, KernelInvocationContext context)
    {
        var token = request.GetOrCreateToken();
        var answer = new TaskCompletionSource<KernelEvent>(TaskCreationOptions.RunContinuationsAsynchronously);
        _asked[token] = answer;
        await using var stop = context.CancellationToken.Register(() =>
            answer.TrySetResult(new CommandFailed("Command cancelled."))
        );
        outbox.Add(KernelCommandEnvelope.Serialize(request));
        if (await answer.Task is InputProduced { Value: var value })
            context.Publish(new EngineInput(value, request));
        else
            context.Fail(request, message: ((CommandFailed)await answer.Task).Message);
        _asked.TryRemove(token, out _);
    }
}
