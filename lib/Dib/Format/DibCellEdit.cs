namespace Dib.Format;

/// <summary>A cell as an edited notebook shall have it.</summary>
/// <param name="Index">Which cell of the document it was; null when it is new.</param>
public sealed record DibCellEdit(string KernelName, string Text, int? Index = null);
