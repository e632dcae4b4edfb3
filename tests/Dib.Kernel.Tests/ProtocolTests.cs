using Microsoft.DotNet.Interactive.Connection;

namespace Dib.Kernel.Tests;

/// <summary>The protocol's types on the host's side say what the engine's own say.</summary>
public sealed class ProtocolTests
{
    private static readonly FormattedValue Text = new("text/plain", "a\n\"b\"");
    private static readonly LinePosition At = new(2, 3);
    private static readonly LinePositionSpan Span = new(At, new(2, 5));
    private static readonly Diagnostic Error = new(Span, DiagnosticSeverity.Error, "CS0103", "no such name");

    private static readonly KernelCommand[] Commands =
    [
        new Cancel(),
        new Quit(),
        new RequestKernelInfo(),
        new RequestDiagnostics("code"),
        new RequestCompletions("code", At),
        new RequestHoverText("code", At),
        new RequestSignatureHelp("code", At),
        new RequestValue("name"),
        new RequestValueInfos(),
        new RequestInput("Who?"),
        new SubmitCode("code")
        {
            TargetKernelName = "csharp",
            Parameters = new Dictionary<string, string>(StringComparer.Ordinal) { ["cell"] = "4" },
        },
    ];

    private static readonly KernelEvent[] Events =
    [
        new CodeSubmissionReceived("code"),
        new CommandFailed("why"),
        new CommandSucceeded(),
        new CompleteCodeSubmissionReceived("code"),
        new CompletionsProduced([new("Write", "Method", "Write", "Write", "Write($1)", "snippet", "")], Span),
        new DiagnosticsProduced([Error], [Text]),
        new DisplayedValueProduced([Text], "id"),
        new DisplayedValueUpdated([Text], "id"),
        new ErrorProduced("why", [Text]),
        new HoverTextProduced([Text], Span),
        new IncompleteCodeSubmissionReceived(),
        new InputProduced("Ann"),
        new KernelInfoProduced(Info),
        new KernelReady([Info]),
        new ReturnValueProduced([Text], "id"),
        new SignatureHelpProduced([new("F(int x)", Text, [new("x", Text)])], 0, 0),
        new StandardErrorValueProduced([Text], "id"),
        new StandardOutputValueProduced([Text], "id"),
        new ValueInfosProduced([new("x", Text, ["text/html"], "System.Int32")]),
        new ValueProduced("x", Text),
    ];

    private static KernelInfo Info =>
        new("csharp", new Uri("kernel://pid-1/csharp"), "C#", [new("SubmitCode")])
        {
            Aliases = ["c#"],
            LanguageName = "C#",
            LanguageVersion = "14.0",
            Description = "C# Script",
        };

    public static TheoryData<string> Names =>
        [.. Commands.Select(command => command.CommandType), .. Events.Select(@event => @event.EventType)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_message_comes_back_from_the_engines_serializer_as_it_was(string name)
    {
        if (Array.Find(Commands, command => command.CommandType == name) is { } command)
        {
            var line = KernelMessage.Write(new CommandEnvelope("1", command));
            KernelMessage.Write(KernelMessage.ReadCommand(ThroughTheEngine(line))!).ShouldBe(line);
            return;
        }
        var told = Array.Find(Events, @event => @event.EventType == name)!;
        var answer = KernelMessage.Write(
            new EventEnvelope(told, told is KernelReady ? null : new CommandEnvelope("1", Asking(told)))
        );
        KernelMessage.Write(KernelMessage.ReadEvent(ThroughTheEngine(answer))!).ShouldBe(answer);
    }

    [Fact]
    public void Every_message_of_the_protocol_is_tried()
    {
        var all = typeof(KernelMessage)
            .Assembly.GetTypes()
            .Where(type =>
                type.IsSealed && (type.IsSubclassOf(typeof(KernelCommand)) || type.IsSubclassOf(typeof(KernelEvent)))
            )
            .Select(type => type.Name)
            .Where(name => !name.StartsWith("Unknown", StringComparison.Ordinal));

        Commands
            .Select(command => command.CommandType)
            .Concat(Events.Select(@event => @event.EventType))
            .ShouldBe(all, ignoreOrder: true);
    }

    // The engine makes an event only with the command that it can answer.
    private static KernelCommand Asking(KernelEvent told) =>
        told switch
        {
            CompletionsProduced => new RequestCompletions("code", At),
            HoverTextProduced => new RequestHoverText("code", At),
            SignatureHelpProduced => new RequestSignatureHelp("code", At),
            KernelInfoProduced => new RequestKernelInfo(),
            ValueInfosProduced => new RequestValueInfos(),
            ValueProduced => new RequestValue("x"),
            InputProduced => new RequestInput("Who?"),
            _ => new SubmitCode("code"),
        };

    private static string ThroughTheEngine(string line)
    {
        var read = Serializer.DeserializeCommandOrEvent(line);
        return read.Command is { } command
            ? KernelCommandEnvelope.Serialize(command)
            : KernelEventEnvelope.Serialize(read.Event);
    }
}
