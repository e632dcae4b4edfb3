namespace Dib.Running.Pages;

/// <summary>What a reader chooses of how pages look: the theme and the size of text. The browser keeps it.</summary>
internal static class Look
{
    private static readonly (string Name, string Label, (string Value, string Text)[] Choices)[] All =
    [
        ("theme", "Theme", [("", "as the system"), ("light", "light"), ("dark", "dark")]),
        ("size", "Text size", [("small", "small"), ("", "normal"), ("large", "large"), ("larger", "larger")]),
    ];

    /// <summary>The script that keeps the choice and shows it; in a page's head, so that it is never seen in another look.</summary>
    internal static string Script { get; } = Layout.ReadResource(typeof(Look), "look.js");

    /// <summary>The button that opens <see cref="Sheet"/>, without a script.</summary>
    internal const string Button = """<button type="button" popovertarget="look">View</button>""";

    /// <summary>Where the reader chooses; to stand on a page once.</summary>
    internal static string Sheet { get; } =
        $"""
            <div id="look" popover role="dialog" aria-label="View">
            {string.Join('\n', All.Select(each => Select(each.Name, each.Label, each.Choices)))}
            <button type="button" popovertarget="look" popovertargetaction="hide">Close</button>
            </div>
            """;

    /// <summary>The attributes of a document that looks as was chosen; what is no choice is left out.</summary>
    /// <param name="kept">Gives what the browser keeps under a key.</param>
    internal static string Attributes(Func<string, string?> kept) =>
        string.Concat(
            All.Select(each => (each.Name, Value: kept($"async-by-example-{each.Name}"), each.Choices))
                .Where(each => each.Choices.Any(choice => choice.Value == each.Value))
                .Select(each => $" data-{each.Name}=\"{each.Value}\"")
        );

    private static string Select(string name, string label, (string Value, string Text)[] choices) =>
        $"<label>{label} <select name=\"{name}\"{(name == All[0].Name ? " autofocus" : "")}>{string.Concat(choices.Select(Option))}</select></label>";

    private static string Option((string Value, string Text) choice) =>
        $"<option value=\"{choice.Value}\">{choice.Text}</option>";
}
