using Dib.Kernel.Magic;
using Dib.Kernel.Session;
using Dib.Protocol;
using Microsoft.CodeAnalysis.Scripting;

namespace Dib.Kernel.Questions;

/// <summary>Answers the commands that ask and change nothing, while cells run.</summary>
internal sealed class QuestionDesk
{
    private readonly ScriptWorkspace _workspace = new();

    /// <summary>Answers from what the cells had left behind when the question came, and tells the end.</summary>
    internal async Task AnswerAsync(Submission question, ScriptState? state)
    {
        var command = question.Envelope.Command;
        var isForwarded = command is LanguageServiceCommand;
        var scope = isForwarded ? question.InParts(KernelNames.CSharp) : question.Whole(KernelNames.CSharp);
        try
        {
            var answers = await FindAsync(command, state, question.CancellationToken);
            var answering = isForwarded ? question.Part(command, KernelNames.CSharp) : scope;
            foreach (var answer in answers)
                answering.Publish(answer);
            scope.Succeed();
        }
#pragma warning disable CA1031 // Whatever goes wrong with a question is that question's failure; the kernel goes on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            scope.Fail(new CellFailure(e.Message));
        }
    }

    private async Task<IEnumerable<KernelEvent>> FindAsync(
        KernelCommand command,
        ScriptState? state,
        CancellationToken token
    ) =>
        command switch
        {
            RequestKernelInfo => KernelInfos.All.Select(info => new KernelInfoProduced(info)),
            RequestValueInfos request => [Variables.List(state, request.MimeType)],
            RequestValue request => [Variables.Find(state, request)],
            RequestDiagnostics request => await CodeDiagnostics.FindAsync(Open(request.Code, state), token),
            RequestCompletions request =>
            [
                await Completions.FindAsync(Open(request.Code, state), request.LinePosition, token),
            ],
            RequestHoverText request => await HoverText.FindAsync(
                Open(request.Code, state),
                request.LinePosition,
                token
            ),
            RequestSignatureHelp request => await SignatureHelp.FindAsync(
                Open(request.Code, state),
                request.LinePosition,
                token
            ),
            _ => throw new NotSupportedException($"The command '{command.CommandType}' is not supported."),
        };

    private Microsoft.CodeAnalysis.Document Open(string cell, ScriptState? state) =>
        _workspace.Open(CellCode.Parse(cell, KernelNames.CSharp).CSharp, state);
}
