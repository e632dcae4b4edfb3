namespace Dib.Live.Sessions;

/// <summary>A cell that has what somebody looks for.</summary>
/// <param name="Name">The notebook's name.</param>
/// <param name="Title">The notebook's title.</param>
/// <param name="Cell">The cell's number, from one.</param>
/// <param name="Line">The first line that has it.</param>
internal sealed record SearchHit(string Name, string Title, int Cell, string Line);
