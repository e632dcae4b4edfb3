using System.Text.Json.Serialization;

namespace Dib.Protocol;

/// <summary>What a client asks of a kernel. A null target means the kernel that stands for all of them.</summary>
public abstract record KernelCommand
{
    /// <summary>The command's name on the wire.</summary>
    [JsonIgnore]
    public virtual string CommandType => GetType().Name;

    /// <summary>The kernel that shall handle the command, such as <c>csharp</c>.</summary>
    public string? TargetKernelName { get; init; }

    /// <summary>Where the command comes from, when it crosses processes.</summary>
    public Uri? OriginUri { get; init; }

    /// <summary>Where the command goes to, when it crosses processes.</summary>
    public Uri? DestinationUri { get; init; }
}
