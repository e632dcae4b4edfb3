using Dib.Kernel.Diagnostics;
using Dib.Kernel.Submissions;
using Dib.Protocol;
using Microsoft.CodeAnalysis.Scripting;

namespace Dib.Kernel.Questions;

/// <summary>Answers the commands that ask and change nothing, while cells run.</summary>
internal sealed class RequestHandler
{
    private readonly ScriptWorkspace _workspace = new();

    /// <summary>Answers from what the cells had left behind when the question came, and tells the end.</summary>
    internal async Task AnswerAsync(Submission question, ScriptState state)
    {
        try
        {
            foreach (var answer in await FindAsync(question.Envelope.Command, state))
                question.Publish(answer);
            question.Succeed();
        }
#pragma warning disable CA1031 // Whatever goes wrong with a question is that question's failure; the kernel goes on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            question.Fail(new CellFailure(e.Message));
        }
    }

    private async Task<IEnumerable<KernelEvent>> FindAsync(KernelCommand command, ScriptState state) =>
        command switch
        {
            RequestValueInfos request => [Variables.List(state, request.MimeType)],
            RequestValue request => [Variables.Find(state, request)],
            RequestDiagnostics request => await CodeDiagnostics.FindAsync(Open(request.Code, state)),
            RequestCompletions request =>
            [
                await Completions.FindAsync(Open(request.Code, state), request.LinePosition),
            ],
            RequestHoverText request => await HoverText.FindAsync(Open(request.Code, state), request.LinePosition),
            RequestSignatureHelp request => await SignatureHelp.FindAsync(
                Open(request.Code, state),
                request.LinePosition
            ),
            _ => throw new NotSupportedException($"The command '{command.CommandType}' is not supported."),
        };

    private Microsoft.CodeAnalysis.Document Open(string cell, ScriptState state) =>
        _workspace.Open(CellText.CSharpOf(cell), state);
}
