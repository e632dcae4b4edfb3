using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Dib.Protocol;

namespace Dib.Tests.Protocol;

public class KernelMessageTests
{
    /// <summary>What the real kernel said, and what was said to it, one message per line.</summary>
    public static IEnumerable<TheoryDataRow<string>> Transcripts =>
        Directory.EnumerateFiles(Folder(), "*.jsonl").Select(path => new TheoryDataRow<string>(Path.GetFileName(path)));

    [Theory]
    [MemberData(nameof(Transcripts))]
    public void Every_event_of_the_real_kernel_survives_reading_and_writing(string transcript)
    {
        foreach (var json in Messages(transcript, "event"))
        {
            var envelope = KernelMessage.ReadEvent(json.ToJsonString()).ShouldNotBeNull();

            envelope.Event.ShouldNotBeOfType<UnknownEvent>();
            var written = WithoutOurOwnAdditions(KernelMessage.Write(envelope));
            JsonNode.DeepEquals(written, json).ShouldBeTrue($"wrote {written}\nread {json}");
        }
    }

    [Theory]
    [MemberData(nameof(Transcripts))]
    public void Every_command_to_the_real_kernel_is_understood(string transcript)
    {
        foreach (var json in Messages(transcript, "command"))
        {
            var envelope = KernelMessage.ReadCommand(json.ToJsonString()).ShouldNotBeNull();

            envelope.Command.ShouldNotBeOfType<UnknownCommand>();
            envelope.Token.ShouldBe(json["token"]!.GetValue<string>());
            envelope.Command.TargetKernelName.ShouldBe(json["command"]!["targetKernelName"]!.GetValue<string>());
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("warn: Microsoft.AspNetCore[0]")]
    [InlineData("42")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"eventType\":7,\"event\":{}}")]
    [InlineData("{\"eventType\":\"CommandSucceeded\"}")]
    [InlineData("{\"commandType\":\"Quit\"")]
    public void A_line_that_is_no_message_reads_as_null(string line)
    {
        KernelMessage.ReadEvent(line).ShouldBeNull();
        KernelMessage.ReadCommand(line).ShouldBeNull();
    }

    [Fact]
    public void An_event_of_an_unknown_type_is_kept_as_it_came()
    {
        const string line =
            """{"event":{"mood":"good"},"eventType":"MoodProduced","command":null,"routingSlip":["kernel://a/"]}""";

        var envelope = KernelMessage.ReadEvent(line).ShouldNotBeNull();

        envelope.Event.ShouldBeOfType<UnknownEvent>().EventType.ShouldBe("MoodProduced");
        KernelMessage.Write(envelope).ShouldBe(line);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("7")]
    [InlineData("{\"code\":null}")]
    [InlineData("{\"code\":{}}")]
    public void A_command_whose_body_does_not_fit_is_kept_as_it_came(string body)
    {
        var line = $$"""{"commandType":"SubmitCode","command":{{body}},"token":"1"}""";

        var envelope = KernelMessage.ReadCommand(line).ShouldNotBeNull();

        envelope.Command.ShouldBeOfType<UnknownCommand>().CommandType.ShouldBe("SubmitCode");
        envelope.Token.ShouldBe("1");
    }

    [Fact]
    public void A_message_is_one_line_whatever_the_cell_printed()
    {
        var printed = new StandardOutputValueProduced([new("text/plain", "one\ntwo\r\n\u0085\u2028<é>")]);

        var line = KernelMessage.Write(new EventEnvelope(printed));

        line.ShouldNotContain('\n');
        line.ShouldNotContain('\r');
        var read = KernelMessage.ReadEvent(line)!.Event.ShouldBeOfType<StandardOutputValueProduced>();
        read.FormattedValues.ShouldBe(printed.FormattedValues);
    }

    private static IEnumerable<JsonNode> Messages(string transcript, string kind) =>
        File.ReadLines(Path.Combine(Folder(), transcript))
            .Select(line => JsonNode.Parse(line)!)
            .Where(message => message[kind] is not null)
            .Select(message => message[kind]!);

    // The real kernel does not say where a cell failed.
    private static JsonObject WithoutOurOwnAdditions(string line)
    {
        var message = JsonNode.Parse(line)!.AsObject();
        message["event"]!.AsObject().Remove("linePosition");
        return message;
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../Dib.Kernel.Tests/Transcripts"));
}
