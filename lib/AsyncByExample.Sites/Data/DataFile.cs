using System.Text.Json;

namespace AsyncByExample.Sites.Data;

/// <summary>A JSON file that a person may have edited: whatever is wrong with it is said in one sentence.</summary>
internal static class DataFile
{
    private static readonly JsonDocumentOptions Json = new()
    {
        AllowDuplicateProperties = false,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>Reads the file and makes something of it.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It cannot be read as JSON, or <paramref name="read"/> finds it wrong.</exception>
    public static T Read<T>(string path, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path), Json);
            return read(document.RootElement);
        }
        catch (Exception problem) when (problem is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new FileNotFoundException(
                $"there is no file {path}: paths start at {Environment.CurrentDirectory}, which for a notebook is its own folder",
                path,
                problem
            );
        }
        catch (Exception problem) when (problem is UnauthorizedAccessException or IOException)
        {
            throw new InvalidDataException(
                $"{path} cannot be read: check that it is a file, and yours to read",
                problem
            );
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"{path} is not JSON, {Where(problem)}: mend it there", problem);
        }
        catch (DataException problem)
        {
            throw new InvalidDataException($"{path}, {problem.Message}", problem);
        }
    }

    // A name that is given twice is known without the place where it stands.
    private static string Where(JsonException problem) =>
        problem.LineNumber is { } line
            ? FormattableString.Invariant($"line {line + 1}, column {problem.BytePositionInLine + 1}")
            : problem.Message.TrimEnd('.');
}
