namespace AsyncByExample.Charts;

/// <summary>HTML that a notebook shows as it is.</summary>
/// <param name="Html">Elements and text.</param>
/// <param name="Text">The same for those who see no HTML.</param>
public sealed record HtmlFragment(string Html, string Text);
