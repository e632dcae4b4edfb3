using Dib.Protocol;

namespace Dib.Kernel.Diagnostics;

/// <summary>Why a cell failed, and where in it when that is known.</summary>
internal sealed record CellFailure(string Message, LinePosition? Position = null);
