using System.Collections.Immutable;
using System.Security.Cryptography;
using Dib.Format;
using Dib.Running.Files;

namespace Dib.Live.Files;

/// <summary>A notebook's file as it was last read or written.</summary>
internal sealed class NotebookFile
{
    private readonly byte[] _hash;
    private readonly Action<string, byte[]> _write;

    private NotebookFile(string path, INotebookDocument document, Action<string, byte[]> write, byte[]? hash = null)
    {
        Path = path;
        Document = document;
        _write = write;
        _hash = hash ?? SHA256.HashData(document.Bytes.Span);
    }

    /// <summary>What the file was like, as a hash of its bytes.</summary>
    internal string Hash => Convert.ToHexString(_hash);

    internal string Path { get; }

    internal INotebookDocument Document { get; }

    /// <summary>The file's cells, as an edit that changes nothing.</summary>
    internal IEnumerable<DibCellEdit> Cells =>
        Document.Cells.Select((cell, i) => new DibCellEdit(cell.KernelName, cell.Text, i));

    internal string Name => NameOf(Path);

    /// <summary>What a notebook in a file is called: one of Jupyter's with its extension, because it may lie beside a .dib.</summary>
    internal static string NameOf(string path) =>
        NotebookFormat.IsJupyter(path)
            ? System.IO.Path.GetFileName(path)
            : System.IO.Path.GetFileNameWithoutExtension(path);

    private string FileName => System.IO.Path.GetFileName(Path);

    /// <exception cref="NotebookException">It cannot be read; the message is the sentence.</exception>
    internal static NotebookFile Load(string path) => Load(path, AtomicFile.Write);

    internal static NotebookFile Load(string path, Action<string, byte[]> write)
    {
        var name = System.IO.Path.GetFileName(path);
        try
        {
            return new NotebookFile(path, NotebookFormat.Load(path, name), write);
        }
        catch (DibFormatException e)
        {
            throw new NotebookException(e.Message + ".", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NotebookException($"{name} cannot be read: {Reason(e)}", e);
        }
    }

    /// <summary>The same for somebody who has edited an earlier version of it: to them it has been changed by others.</summary>
    internal NotebookFile SeenAs(string hash) => new(Path, Document, _write, Convert.FromHexString(hash));

    /// <summary>Writes cells into the file, unless somebody else has written there.</summary>
    internal (SaveOutcome Outcome, NotebookFile File) Save(ImmutableArray<DibCellEdit> cells, bool overwrite) =>
        Try(() =>
        {
            var changed = new NotebookFile(Path, Document.WithCells(cells), _write);
            if (!overwrite && IsChangedByOthers())
                return (
                    new SaveOutcome.Conflict(
                        $"{FileName} has been changed outside of this page. Overwrite it, reload it, or save a copy; your edits are kept until you choose."
                    ),
                    this
                );
            changed.Write();
            return (new SaveOutcome.Saved($"Saved {FileName}."), changed);
        });

    /// <summary>Writes cells into a new file beside this one.</summary>
    internal SaveOutcome SaveCopy(ImmutableArray<DibCellEdit> cells) =>
        Try(() =>
        {
            var copy = new NotebookFile(FreePath(), Document.WithCells(cells), _write);
            copy.Write();
            return (new SaveOutcome.Saved($"Saved a copy as {copy.FileName}."), this);
        }).Outcome;

    private void Write()
    {
        if (File.Exists(Path) && File.GetAttributes(Path).HasFlag(FileAttributes.ReadOnly))
            throw new IOException("the file is read-only.");
        _write(Path, Document.Bytes.ToArray());
    }

    private (SaveOutcome Outcome, NotebookFile File) Try(Func<(SaveOutcome, NotebookFile)> save)
    {
        try
        {
            return save();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (
                new SaveOutcome.Failed(
                    $"{FileName} could not be saved: {Reason(e)} Your edits are kept here; save again."
                ),
                this
            );
        }
        catch (DibFormatException e)
        {
            return (
                new SaveOutcome.Failed($"{FileName} could not be saved: {e.Reason}. Your edits are kept here."),
                this
            );
        }
    }

    // A file that is gone has nothing in it to lose.
    private bool IsChangedByOthers() =>
        File.Exists(Path) && !SHA256.HashData(File.ReadAllBytes(Path)).SequenceEqual(_hash);

    private string FreePath() =>
        Enumerable
            .Range(1, 1000)
            .Select(number =>
                System.IO.Path.ChangeExtension(Path, null)
                + (number == 1 ? "-copy" : $"-copy{number}")
                + System.IO.Path.GetExtension(Path)
            )
            .First(path => !File.Exists(path));

    // The system's own words name paths that are of no use to the reader.
    private static string Reason(Exception e) =>
        e switch
        {
            DirectoryNotFoundException => "its folder is gone.",
            FileNotFoundException => "it is gone.",
            UnauthorizedAccessException => "you may not read it, or not write in its folder.",
            _ when e.Message.Contains("No space left", StringComparison.Ordinal) => "the disk is full.",
            _ when e.Message.Contains("not enough space", StringComparison.Ordinal) => "the disk is full.",
            _ when e.Message.Contains("Read-only file system", StringComparison.Ordinal) => "the disk is read-only.",
            _ => e.Message,
        };
}
