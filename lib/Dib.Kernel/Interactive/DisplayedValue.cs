using Dib.Kernel.Output;
using Dib.Protocol;

namespace Microsoft.DotNet.Interactive;

/// <summary>A value that a cell has displayed, and may change in place.</summary>
public sealed class DisplayedValue
{
    private readonly string[] _mimeTypes;

    internal DisplayedValue(string[] mimeTypes) => _mimeTypes = mimeTypes;

    /// <summary>What ties an update to the output it changes.</summary>
    public string DisplayId { get; } = Guid.NewGuid().ToString();

    /// <summary>Shows another value in place of the one displayed.</summary>
    public void Update(object? updatedValue) =>
        KernelInvocationContext.Current?.Scope.Publish(
            new DisplayedValueUpdated(Rendering.AsMimeTypes(updatedValue, _mimeTypes), DisplayId)
        );
}
