using System.Text.Json.Serialization;

namespace Dib.Protocol;

/// <summary>What a kernel tells about a command, or about itself.</summary>
public abstract record KernelEvent
{
    /// <summary>The event's name on the wire.</summary>
    [JsonIgnore]
    public virtual string EventType => GetType().Name;
}
