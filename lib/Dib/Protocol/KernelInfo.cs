namespace Dib.Protocol;

/// <summary>What a kernel calls itself and what it can do.</summary>
public sealed record KernelInfo(
    string LocalName,
    Uri Uri,
    string DisplayName,
    IReadOnlyList<KernelCommandInfo> SupportedKernelCommands
)
{
    /// <summary>Other names a cell may use for this kernel.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The language as people write it, such as <c>C#</c>.</summary>
    public string? LanguageName { get; init; }

    /// <summary>The language's version.</summary>
    public string? LanguageVersion { get; init; }

    /// <summary>What the kernel does, in a few words.</summary>
    public string? Description { get; init; }

    /// <summary>Whether the kernel stands for several others.</summary>
    public bool IsComposite { get; init; }

    /// <summary>Whether the kernel stands for one in another process.</summary>
    public bool IsProxy { get; init; }

    /// <summary>Where the kernel in the other process is found.</summary>
    public Uri? RemoteUri { get; init; }
}
