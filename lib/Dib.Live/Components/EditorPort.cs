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
    public async Task<object?> CompleteAsync(string text, int line, int column)
    {
        var told = await _session.Language.CompleteAsync(
            _cell,
            text,
            new LinePosition(line, column),
            CancellationToken.None
        );
        return told is null
            ? null
            : new
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
            };
    }

    /// <summary>What this is.</summary>
    [JSInvokable]
    public async Task<object?> HoverAsync(string text, int line, int column)
    {
        var told = await _session.Language.HoverAsync(
            _cell,
            text,
            new LinePosition(line, column),
            CancellationToken.None
        );
        return told is null
            ? null
            : new { span = told.LinePositionSpan, content = told.Content.Select(value => value.Value) };
    }

    /// <summary>What this method takes.</summary>
    [JSInvokable]
    public async Task<object?> SignaturesAsync(string text, int line, int column)
    {
        var told = await _session.Language.SignaturesAsync(
            _cell,
            text,
            new LinePosition(line, column),
            CancellationToken.None
        );
        return told is null
            ? null
            : new
            {
                active = told.ActiveSignatureIndex,
                parameter = told.ActiveParameterIndex,
                signatures = told.Signatures,
            };
    }

    /// <summary>What is wrong.</summary>
    [JSInvokable]
    public async Task<object> DiagnoseAsync(string text) =>
        (await _session.Language.DiagnoseAsync(_cell, text, CancellationToken.None)).Select(mistake => new
        {
            span = mistake.LinePositionSpan,
            severity = (int)mistake.Severity,
            code = mistake.Code,
            message = mistake.Message,
        });
}
