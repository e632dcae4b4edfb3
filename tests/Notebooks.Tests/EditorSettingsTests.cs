using System.Text.Json;

namespace Notebooks.Tests;

public sealed class EditorSettingsTests(VirtualRun run)
{
    [Theory]
    [MemberData(nameof(LessonRunTests.Lessons), MemberType = typeof(LessonRunTests))]
    public void VS_Code_shows_all_lines_that_a_cell_prints(string lesson) =>
        run
            .Host.Cells(lesson)
            .Select(cell => string.Concat(HostRun.Outputs(cell, "stdout")).Split('\n').Length)
            .Max()
            .ShouldBeLessThanOrEqualTo(Limit);

    private static int Limit
    {
        get
        {
            using var settings = JsonDocument.Parse(
                File.ReadAllText(Path.Combine(Repository.Root, ".vscode", "settings.json")),
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip }
            );
            return settings.RootElement.GetProperty("notebook.output.textLineLimit").GetInt32();
        }
    }
}
