using System.Collections.Immutable;
using Dib.Format;
using Dib.Running.Execution;
using Dib.Running.Notebooks;

namespace Dib.Live.Cells;

/// <summary>A cell of an open notebook, as it changes. The session's lock guards it.</summary>
internal sealed class CellModel(string id, string kind, string text)
{
    private readonly List<PendingInput> _inputs = [];
    private ImmutableArray<OutputView> _outputs = [];

    internal string Id => id;

    internal string Kind { get; set; } = kind;

    internal string Text { get; set; } = text;

    /// <summary>Which cell of the file this is; null for one that the file does not have yet.</summary>
    internal int? FileIndex { get; set; }

    internal bool CanRun => Kind is not ("markdown" or "mermaid");

    /// <summary>Whether it has run in this kernel, or runs.</summary>
    internal bool HasRun => Run is not null || Settled != CellStatus.NeverRun;

    internal bool IsQueued { get; set; }

    internal bool IsStale { get; set; }

    /// <summary>What the run under way puts out; null when none is.</summary>
    internal OutputBuffer? Run { get; private set; }

    internal CellStatus Settled { get; private set; }

    internal CellFailure? Failure { get; private set; }

    internal TimeSpan? Elapsed { get; private set; }

    private DateTimeOffset? Started { get; set; }

    private TimeSpan? PreviousElapsed { get; set; }

    private bool OutputsAreOld { get; set; }

    internal OutputBuffer Begin(DateTimeOffset now)
    {
        IsQueued = false;
        IsStale = false;
        Started = now;
        Settled = CellStatus.NeverRun;
        Failure = null;
        OutputsAreOld = false;
        return Run = new OutputBuffer();
    }

    /// <summary>The run under way asks its reader; what it asked before comes first.</summary>
    internal void Ask(PendingInput input) => _inputs.Add(input);

    /// <summary>Gives what was asked under this number, which is asked no more; null when it is not.</summary>
    internal PendingInput? TakeInput(int number)
    {
        var input = _inputs.Find(each => each.Request.Number == number);
        _inputs.Remove(input!);
        return input;
    }

    /// <summary>Asks no more: whoever stops the run ends its waiting too.</summary>
    internal void DropInputs() => _inputs.Clear();

    internal void End(CellFailure? failure, TimeSpan elapsed)
    {
        PreviousElapsed = Elapsed;
        Elapsed = elapsed;
        Failure = failure;
        Settle(failure is null ? CellStatus.Done : CellStatus.Failed);
    }

    /// <summary>Its kernel is gone, and what it did there with it.</summary>
    internal void Forget()
    {
        IsStale = false;
        OutputsAreOld = true;
        Settle(CellStatus.NeverRun);
    }

    /// <summary>Shows what an earlier session left behind.</summary>
    internal void Recall(ImmutableArray<OutputView> outputs, CellFailure? failure, TimeSpan? elapsed)
    {
        _outputs = outputs;
        Failure = failure;
        Elapsed = elapsed;
        OutputsAreOld = true;
    }

    /// <summary>Shows nothing of what earlier runs put out; how the last one ended stays.</summary>
    /// <returns>Shows it again, unless the cell has begun another run; null when there is nothing to clear.</returns>
    internal Func<bool>? ClearOutputs()
    {
        if (_outputs.IsEmpty || Run is not null)
            return null;
        var (outputs, areOld, started) = (_outputs, OutputsAreOld, Started);
        (_outputs, OutputsAreOld) = ([], false);
        return () =>
        {
            if (!_outputs.IsEmpty || Started != started)
                return false;
            (_outputs, OutputsAreOld) = (outputs, areOld || Settled == CellStatus.NeverRun);
            return true;
        };
    }

    internal DibCellEdit ToEdit() => new(Kind, Text, FileIndex);

    internal CellView ToView(int number) =>
        new(id, number, Kind, Text)
        {
            Status = CanRun ? Status : null,
            IsKnobs = IsKnobs,
            Started = Run is null ? null : Started,
            Elapsed = Elapsed,
            PreviousElapsed = PreviousElapsed,
            Outputs = Run?.ToOutputs() ?? _outputs,
            Input = _inputs is [var first, ..] ? first.Request : null,
            OutputsAreOld = OutputsAreOld,
            Failure = Failure,
        };

    internal bool IsKnobs => Notebook.IsKnobs(Kind, Text);

    private CellStatus Status =>
        Run is not null ? CellStatus.Running
        : IsQueued ? CellStatus.Queued
        : IsStale ? CellStatus.Stale
        : Settled;

    private void Settle(CellStatus status)
    {
        _outputs = Run?.ToOutputs() ?? _outputs;
        Run = null;
        Settled = status;
        _inputs.ForEach(input => input.Refuse());
        DropInputs();
    }
}
