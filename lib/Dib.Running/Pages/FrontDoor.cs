using System.Net;

namespace Dib.Running.Pages;

/// <summary>What the contents begin with, on the live page and on written ones: what there is to see, and where to start.</summary>
internal static class FrontDoor
{
    /// <param name="pictures">The pictures of the notebooks' runs.</param>
    /// <param name="start">What the link to start with says, and where it leads; null where there is nothing to open.</param>
    internal static string Of(RunPictures pictures, (string Text, string Address)? start)
    {
        var opening = pictures.Opening();
        return $"""
            {RunPicture.Patterns}
            <p class="lead">Two tasks, one queue of work, and eight ways to run them. Afterwards you can say of a program who holds its thread, who waits, and what would make it faster.</p>
            {(opening.Length > 0 ? $"<div class=\"opening\">{opening}{RunPicture.Legend()}</div>" : "")}
            {(
                start is var (text, address)
                    ? $"<p class=\"start\"><a href=\"{address}\">{WebUtility.HtmlEncode(text)}</a></p>"
                    : ""
            )}
            """;
    }
}
