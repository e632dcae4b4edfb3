using System.Runtime.InteropServices;

namespace Dib.Protocol;

/// <summary>A place in code; both numbers count from zero.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LinePosition(int Line, int Character);
