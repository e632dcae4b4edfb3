namespace AsyncByExample;

/// <summary>Files that others may read while they are written: they find the old one or the new one, never half of one.</summary>
internal static class WholeFile
{
    /// <summary>Writes a text in place of the file, if there is one.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string path, string text)
    {
        var temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        File.WriteAllText(temporary, text);
        File.Move(temporary, path, overwrite: true);
    }
}
