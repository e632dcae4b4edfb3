using Dib.Running.Files;

namespace Dib.Running.Tests.Files;

public sealed class AtomicFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("atomic-file-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_is_written_takes_the_place_of_what_was_there_and_leaves_nothing_beside_it()
    {
        File.WriteAllText(PathOf("x"), "a much longer text than the new one");

        AtomicFile.Write(PathOf("x"), "new");

        File.ReadAllText(PathOf("x")).ShouldBe("new");
        Directory.GetFileSystemEntries(_folder).ShouldBe([PathOf("x")]);
    }

    [Fact]
    public void Who_may_read_and_write_a_file_stays_as_it_is()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a mode is what Unix has");
        File.WriteAllText(PathOf("x"), "old");
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherWrite;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(PathOf("x"), Mode);

        AtomicFile.Write(PathOf("x"), "new");

        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(PathOf("x")).ShouldBe(Mode);
    }

    [Fact]
    public void A_link_in_the_place_of_the_draft_does_not_lead_elsewhere()
    {
        File.WriteAllText(PathOf("secret"), "secret");
        File.CreateSymbolicLink(PathOf("x.draft"), PathOf("secret"));

        AtomicFile.Write(PathOf("x"), "new");

        File.ReadAllText(PathOf("secret")).ShouldBe("secret");
        File.ReadAllText(PathOf("x")).ShouldBe("new");
        new FileInfo(PathOf("x")).LinkTarget.ShouldBeNull();
    }

    [Fact]
    public void What_cannot_be_put_in_place_leaves_no_draft()
    {
        Directory.CreateDirectory(PathOf("x/inner"));

        Should.Throw<Exception>(() => AtomicFile.Write(PathOf("x"), "new"));

        Directory.GetFileSystemEntries(_folder).ShouldBe([PathOf("x")]);
    }

    private string PathOf(string name) => Path.Combine(_folder, name);
}
