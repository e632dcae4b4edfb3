namespace Dib.Kernel.Tests;

/// <summary>All transcripts, replayed in one process and in the order of their recording: the names of submissions count them.</summary>
public sealed class Conversations : IAsyncLifetime
{
    private static readonly string[] Names =
    [
        "01-expression",
        "02-console-streams",
        "03-display",
        "04-compile-error",
        "05-runtime-error",
        "06-import",
        "08-html",
        "09-unknown-magic",
        "10-missing-reference",
        "11-completions",
        "12-hover",
        "13-signature-help",
        "14-diagnostics",
        "15-value-infos",
        "16-stderr",
        "17-console-error-html",
        "18-cancel-cooperative",
        "19-after-cancel",
    ];

    private readonly Dictionary<string, IReadOnlyList<string>> _ours = new(StringComparer.Ordinal);
    private readonly KernelProcess _kernel = new();

    public IReadOnlyList<string> Ours(string transcript) => _ours[transcript];

    public static IReadOnlyList<string> Theirs(string transcript) => new Transcript(transcript).Events;

    public async ValueTask InitializeAsync()
    {
        _kernel.Write("imp.dib", "#!csharp\n\nvar imported = 5;\nusing System.Net;\n");
        await _kernel.InitializeAsync();
        foreach (var name in Names)
            _ours[name] = await new Transcript(name).ReplayAsync(_kernel);
    }

    public ValueTask DisposeAsync() => _kernel.DisposeAsync();
}
