namespace AsyncByExample.Notebook;

/// <summary>Runs examples in a notebook: the editor's stop button ends them, and their timelines grow as they run.</summary>
/// <param name="stopRequested">Gives the token of the cell that runs.</param>
/// <param name="show">Shows a value, and gives what shows another one in its place; null where that cannot be had.</param>
internal sealed class NotebookHost(Func<CancellationToken>? stopRequested, Func<object, Action<object>>? show)
    : ExampleHost
{
    public override CancellationToken StopRequested() => stopRequested?.Invoke() ?? CancellationToken.None;

    public override void Prepare(Delegate main) => AheadOfTime.Compile(main);

    public override IDisposable? Watch(Func<Run> soFar) =>
        VisualStudioCode.IsHere ? new BatchedOutput()
        : show is not null ? new LiveTimeline(show, soFar)
        : null;
}
