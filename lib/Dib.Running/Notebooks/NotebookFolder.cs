using Dib.Format;

namespace Dib.Running.Notebooks;

/// <summary>Finds notebooks by number or path, starting from the folder where the reader stands.</summary>
internal sealed class NotebookFolder(string currentDirectory)
{
    private const string Setup = "setup";

    /// <summary>The lessons of the nearest folder <c>notebooks</c> here or further up, in order of name.</summary>
    internal IReadOnlyList<string> Lessons { get; } = LessonsIn(Nearest(currentDirectory));

    /// <summary>Reads the named notebooks, or all lessons when none is named, in order of file name.</summary>
    /// <exception cref="UsageException">A name means no notebook or several, or a file is none.</exception>
    internal IReadOnlyList<Notebook> Read(IReadOnlyList<string> names)
    {
        if (names.Count == 0 && Lessons.Count == 0)
            throw new UsageException(
                "There is no folder notebooks with .dib files here or in a folder above; name a notebook's file."
            );
        var files = names.Count == 0 ? Lessons : [.. names.Select(Find)];
        return
        [
            .. files.Distinct(StringComparer.Ordinal).OrderBy(Path.GetFileName, StringComparer.Ordinal).Select(Read),
        ];
    }

    private string Find(string name)
    {
        var path = Path.GetFullPath(name, currentDirectory);
        if (File.Exists(path))
            return path;
        if (Directory.Exists(path))
            throw new UsageException($"{name} is a folder; name a notebook's file in it.");
        var lessons = Lessons
            .Where(file => Path.GetFileName(file).StartsWith(name, StringComparison.OrdinalIgnoreCase))
            .ToArray();
        // 09 is 09-conclusion, beside which there may be 09b-computing.
        if (lessons.SingleOrDefault(file => IsNumber(file, name)) is { } number)
            return number;
        return lessons switch
        {
            [var lesson] => lesson,
            [] => throw new UsageException($"There is no notebook {name}{Offer(Lessons)}."),
            _ => throw new UsageException($"{name} may mean several notebooks{Offer(lessons)}."),
        };
    }

    private static bool IsNumber(string file, string name) =>
        Path.GetFileName(file).StartsWith(name + "-", StringComparison.OrdinalIgnoreCase);

    private Notebook Read(string path)
    {
        var shown = Path.GetRelativePath(currentDirectory, path).Replace('\\', '/');
        try
        {
            var document = NotebookFormat.Load(path, shown);
            return document.Cells.Length > 0
                ? new Notebook(path, shown, document)
                : throw new UsageException($"{shown}: the file has no cells; there is nothing to run.");
        }
        catch (DibFormatException e)
        {
            throw new UsageException(e.Message + ".");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{shown} cannot be read: {e.Message}");
        }
    }

    private static string Offer(IReadOnlyList<string> files) =>
        files.Count == 0 ? "" : $"; there is {string.Join(", ", files.Select(Path.GetFileNameWithoutExtension))}";

    private static IReadOnlyList<string> LessonsIn(string? folder) =>
        folder is null
            ? []
            :
            [
                .. Directory
                    .EnumerateFiles(folder, "*.dib")
                    .Where(file => Path.GetFileNameWithoutExtension(file) != Setup)
                    .Order(StringComparer.Ordinal),
            ];

    /// <summary>The nearest folder <c>notebooks</c> here or further up; null when there is none.</summary>
    internal static string? Nearest(string? directory)
    {
        for (; directory is not null; directory = Path.GetDirectoryName(directory))
        {
            if (Directory.Exists(Path.Combine(directory, "notebooks")))
                return Path.Combine(directory, "notebooks");
        }
        return null;
    }
}
