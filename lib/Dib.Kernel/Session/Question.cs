using Dib.Kernel.CSharp;
using Dib.Protocol;

namespace Dib.Kernel.Session;

/// <summary>A command that asks and changes nothing; it is answered while cells run.</summary>
internal sealed class Question(Submission submission, CSharpKernel csharp)
{
    internal Task AnswerAsync()
    {
        _ = csharp;
        var scope = submission.Whole(KernelNames.CSharp);
        scope.Fail(new CellFailure($"The command '{scope.Command.CommandType}' is not supported."));
        return Task.CompletedTask;
    }
}
