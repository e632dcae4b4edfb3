using System.Runtime.InteropServices;

namespace Dib.Protocol;

/// <summary>A stretch of code; the end is the first place that is no longer part of it.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LinePositionSpan(LinePosition Start, LinePosition End);
