using Dib.Protocol;

namespace Dib.Kernel.Session;

/// <summary>What this process says about its kernels when it is ready.</summary>
internal static class KernelInfos
{
    private static readonly string Root = $"kernel://pid-{Environment.ProcessId}";

    internal static IReadOnlyList<KernelInfo> All { get; } =
    [
        Describe(".NET", ".NET", nameof(RequestKernelInfo), nameof(Cancel), nameof(Quit)) with
        {
            Uri = new Uri(Root),
            IsComposite = true,
        },
        Describe(
            "csharp",
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
            Aliases = ["cs", "c#", "C#"],
            LanguageName = "C#",
            LanguageVersion = "14.0",
            Description = "Compile and run C# Script",
        },
        Page("html", "HTML") with
        {
            Description = "Write and display HTML",
        },
        Page("javascript", "JavaScript") with
        {
            Aliases = ["js"],
        },
        Page("markdown", "Markdown") with
        {
            Aliases = ["md"],
        },
        Describe(
            "value",
            "value - Raw Value Storage",
            nameof(RequestKernelInfo),
            nameof(RequestValue),
            nameof(RequestValueInfos),
            nameof(SubmitCode)
        ) with
        {
            Description = "Store raw text for sharing between subkernels",
        },
    ];

    private static KernelInfo Page(string name, string language) =>
        Describe(name, $"{name} - {language}", nameof(RequestKernelInfo), nameof(SubmitCode)) with
        {
            LanguageName = language,
        };

    private static KernelInfo Describe(string name, string displayName, params string[] commands) =>
        new(
            name,
            new Uri($"{Root}/{name}"),
            displayName,
            [.. commands.Select(command => new KernelCommandInfo(command))]
        );
}
