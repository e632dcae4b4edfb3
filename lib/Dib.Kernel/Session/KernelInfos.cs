using Dib.Protocol;

namespace Dib.Kernel.Session;

/// <summary>What this process says about its kernels when it is ready.</summary>
internal static class KernelInfos
{
    internal static IReadOnlyList<KernelInfo> All { get; } =
    [
        Describe(".NET", ".NET", nameof(RequestKernelInfo), nameof(Cancel), nameof(Quit)) with
        {
            Uri = Addresses.Of(),
            IsComposite = true,
        },
        Describe(
            KernelNames.CSharp,
            "csharp - C# Script",
            nameof(RequestKernelInfo),
            nameof(RequestCompletions),
            nameof(RequestDiagnostics),
            nameof(RequestHoverText),
            nameof(RequestSignatureHelp),
            nameof(RequestValue),
            nameof(RequestValueInfos),
            nameof(SubmitCode)
        ) with
        {
            Aliases = ["c#", "C#"],
            LanguageName = "C#",
            LanguageVersion = "14.0",
            Description = "Compile and run C# Script",
        },
        Page(KernelNames.Html, "HTML") with
        {
            Description = "Write and display HTML",
        },
        Page(KernelNames.JavaScript, "JavaScript") with
        {
            Aliases = ["js"],
        },
        Page(KernelNames.Markdown, "Markdown") with
        {
            Aliases = ["md"],
        },
    ];

    private static KernelInfo Page(string name, string language) =>
        Describe(name, $"{name} - {language}", nameof(RequestKernelInfo), nameof(SubmitCode)) with
        {
            LanguageName = language,
        };

    private static KernelInfo Describe(string name, string displayName, params string[] commands) =>
        new(name, Addresses.Of(name), displayName, [.. commands.Select(command => new KernelCommandInfo(command))]);
}
