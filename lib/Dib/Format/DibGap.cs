namespace Dib.Format;

/// <summary>A header in the midst of a cell's text: editors read past it, so the lines on both sides are one text.</summary>
/// <param name="Bytes">The file's bytes between the two parts of the text.</param>
/// <param name="At">Which of the text's lines is the first one after the header, counted from zero.</param>
/// <param name="Lines">How many of the file's lines the header takes.</param>
internal sealed record DibGap(Range Bytes, int At, int Lines);
