using System.Text.Json.Nodes;

namespace Dib.Kernel.Tests;

/// <summary>Our kernel says what the real one said: the same events, in the same order, with the same contents and stamps.</summary>
public sealed class TranscriptTests(Conversations conversations) : IClassFixture<Conversations>
{
    [Theory]
    [InlineData("01-expression")]
    [InlineData("02-console-streams")]
    [InlineData("03-display")]
    [InlineData("04-compile-error")]
    [InlineData("05-runtime-error")]
    [InlineData("08-html")]
    [InlineData("09-unknown-magic")]
    [InlineData("10-missing-reference")]
    [InlineData("11-completions")]
    [InlineData("12-hover")]
    [InlineData("13-signature-help")]
    [InlineData("14-diagnostics")]
    [InlineData("16-stderr")]
    [InlineData("18-cancel-cooperative")]
    [InlineData("19-after-cancel")]
    public void It_says_what_the_real_kernel_said(string transcript) =>
        conversations.Ours(transcript).ShouldBe(Conversations.Theirs(transcript));

    [Fact]
    public void Where_the_real_kernel_calls_a_failed_import_a_success_ours_fails_and_names_the_place()
    {
        var ours = conversations.Ours("06-import");
        // What they show as an error of the imported cell, ours tells as the failure of the importing one.
        var theirs = Conversations
            .Theirs("06-import")
            .Where(line => !line.Contains("ErrorProduced", StringComparison.Ordinal))
            .ToList();

        var end = theirs.FindIndex(line => line.Contains("CommandSucceeded", StringComparison.Ordinal));
        ours.Take(end).ShouldBe(theirs.Take(end));
        ours.Skip(end + 1).ShouldBe(theirs.Skip(end + 1));
        var failure = KernelMessage.ReadEvent(ours[end])!.Event.ShouldBeOfType<CommandFailed>();
        failure.Message.ShouldStartWith("imp.dib, cell 1, line 4: (2,1): error CS1529: A using clause must precede");
    }

    [Fact]
    public void Each_of_several_commands_sent_together_gets_the_events_that_it_got_from_the_real_kernel()
    {
        // The real kernel ended the second command after the first; between commands that run side by side no order is promised.
        var ours = conversations.Ours("15-value-infos").ToLookup(TokenOf, StringComparer.Ordinal);
        var theirs = Conversations.Theirs("15-value-infos").ToLookup(TokenOf, StringComparer.Ordinal);

        ours.Count.ShouldBe(theirs.Count);
        foreach (var command in theirs)
            ours[command.Key].ShouldBe(command);
    }

    [Fact]
    public void It_says_what_the_real_kernel_said_except_that_two_versions_of_a_library_were_matched()
    {
        // The real kernel's own library refers to an older Microsoft.AspNetCore.Html.Abstractions; ours to the current one.
        var theirs = Conversations.Theirs("17-console-error-html").Select(WithoutWarnings);

        conversations.Ours("17-console-error-html").ShouldBe(theirs);
    }

    private static string TokenOf(string line) => JsonNode.Parse(line)!["token"]!.GetValue<string>();

    private static string WithoutWarnings(string line)
    {
        var message = JsonNode.Parse(line)!;
        if (message["event"]!["diagnostics"] is { } diagnostics)
        {
            diagnostics.AsArray().Clear();
            message["event"]!["formattedDiagnostics"]!.AsArray().Clear();
        }
        return message.ToJsonString();
    }
}
