namespace Dib.Format;

/// <summary>Something in a notebook that its author hardly meant: the line, what is there, and what to do.</summary>
public sealed record DibFinding(int Line, string What, string WhatToDo);
