using Dib.Format;

namespace Notebooks.Tests;

/// <summary>The line under each lesson's title: previous, contents, next, as the folder's files say.</summary>
internal static class Navigation
{
    public static string LineFor(string lesson)
    {
        List<string> lessons = [.. Repository.Lessons.Select(path => Path.GetFileName(path))];
        var at = lessons.IndexOf(lesson);
        return $"{Link("previous", lessons.ElementAtOrDefault(at - 1))} | [contents](../README.md#the-notebooks) | {Link("next", lessons.ElementAtOrDefault(at + 1))}";
    }

    private static string Link(string word, string? lesson) =>
        lesson is null ? word : $"[{word}: {Title(lesson)}]({lesson})";

    private static string Title(string lesson) =>
        DibDocument
            .Load(Path.Combine(Repository.NotebooksFolder, lesson))
            .Cells[0]
            .Text.Split('\n')[0]
            .TrimStart('#', ' ');
}
