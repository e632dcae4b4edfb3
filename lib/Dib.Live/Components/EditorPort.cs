using Dib.Live.Sessions;
using Dib.Protocol;
using Microsoft.JSInterop;

namespace Dib.Live.Components;

/// <summary>What the editor in the browser asks of the notebook.</summary>
public sealed class EditorPort
{
    private readonly NotebookSession _session;
    private readonly string _cell;
    private readonly Action<string> _typed;

    internal EditorPort(NotebookSession session, string cell, Action<string> typed) =>
        (_session, _cell, _typed) = (session, cell, typed);

    /// <summary>Takes what was typed into a text that the editor knew; gives what the cell has now, if that is another text.</summary>
    [JSInvokable]
    public string? Type(string known, string text)
    {
        var merged = _session.Editor.Merge(_cell, known, text);
        _typed(merged);
        return merged == text ? null : merged;
    }

    /// <summary>What could stand here.</summary>
    [JSInvokable]
    public Task<object?> CompleteAsync(string text, int line, int column) =>
        AskAsync<CompletionsProduced>(
            text,
            new RequestCompletions(text, new LinePosition(line, column)),
            told => new
            {
                span = told.LinePositionSpan,
                items = told.Completions.Select(item => new
                {
                    label = item.DisplayText,
                    kind = item.Kind,
                    insert = item.InsertText,
                    filter = item.FilterText,
                    sort = item.SortText,
                    documentation = item.Documentation,
                }),
            }
        );

    /// <summary>What this is.</summary>
    [JSInvokable]
    public Task<object?> HoverAsync(string text, int line, int column) =>
        AskAsync<HoverTextProduced>(
            text,
            new RequestHoverText(text, new LinePosition(line, column)),
            told => new { span = told.LinePositionSpan, content = told.Content.Select(value => value.Value) }
        );

    /// <summary>What this method takes.</summary>
    [JSInvokable]
    public Task<object?> SignaturesAsync(string text, int line, int column) =>
        AskAsync<SignatureHelpProduced>(
            text,
            new RequestSignatureHelp(text, new LinePosition(line, column)),
            told => new
            {
                active = told.ActiveSignatureIndex,
                parameter = told.ActiveParameterIndex,
                signatures = told.Signatures,
            }
        );

    /// <summary>What is wrong.</summary>
    [JSInvokable]
    public async Task<object> DiagnoseAsync(string text) =>
        (await _session.Language.DiagnoseAsync(_cell, text)).Select(error => new
        {
            span = error.LinePositionSpan,
            severity = (int)error.Severity,
            code = error.Code,
            message = error.Message,
        });

    private async Task<object?> AskAsync<T>(string text, KernelCommand question, Func<T, object> toScript)
        where T : KernelEvent =>
        await _session.Language.AskAsync<T>(_cell, text, question) is { } told ? toScript(told) : null;
}
