using Dib.Running.Runs;

namespace Dib.Running.Tests.Runs;

public sealed class RunFolderTests : IDisposable
{
    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("run-folder-");

    public void Dispose() => _place.Delete(recursive: true);

    [Fact]
    public void A_notebooks_runs_are_the_newest_of_its_examples_and_those_before_them_newest_first()
    {
        Keep("4-greenlets.json", "4 greenlets", minute: 3);
        Keep("4-greenlets/1.json", "4 greenlets", minute: 1);
        Keep("4-with-async-await.json", "4 with async/await", minute: 2);
        Keep("3-blocking.json", "3 blocking", minute: 5);

        var runs = Folder.Of("04-greenlets.dib");

        runs.Select(run => (run.Example, run.Began!.Value.Minute))
            .ShouldBe([("4 greenlets", 3), ("4 with async/await", 2), ("4 greenlets", 1)]);
    }

    [Fact]
    public void A_run_whose_file_does_not_say_when_it_began_is_as_old_as_the_file()
    {
        var path = Keep("4-greenlets.json", "4 greenlets", minute: null);
        File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch);

        Folder.Of("04-greenlets").ShouldHaveSingleItem().Began.ShouldBe(DateTimeOffset.UnixEpoch);
    }

    [Fact]
    public void A_run_that_is_moved_back_this_moment_is_listed_once()
    {
        Keep("4-greenlets.json", "4 greenlets", minute: 1);
        Keep("4-greenlets/1.json", "4 greenlets", minute: 1);

        Folder.Of("04-greenlets").ShouldHaveSingleItem();
    }

    [Fact]
    public void A_file_that_holds_no_run_is_passed_over_and_a_folder_that_is_not_there_has_none()
    {
        File.WriteAllText(Path.Combine(_place.FullName, "4-broken.json"), "{ half of");

        Folder.Of("04-greenlets").ShouldBeEmpty();
        new RunFolder(Path.Combine(_place.FullName, "nowhere")).Of("04-greenlets").ShouldBeEmpty();
    }

    private RunFolder Folder => new(_place.FullName);

    private string Keep(string file, string example, int? minute)
    {
        var path = Path.Combine(_place.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var began = minute is null
            ? ""
            : $"""
                "began":"2026-01-01T00:0{minute}:00+00:00",
                """;
        File.WriteAllText(
            path,
            $$$"""
            {"example":"{{{example}}}",{{{began}}}"unit":0,"timeline":{"lanes":[],"lines":[],"total":"00:00:01","hasWaits":true}}
            """
        );
        return path;
    }
}
