namespace Dib.Live.Tests;

public class RunQueueTests
{
    private readonly RunQueue _queue = new();
    private readonly CellModel[] _cells = [.. "abc".Select(id => new CellModel($"{id}", "csharp", ""))];

    public RunQueueTests() => _queue.Add(_cells);

    [Fact]
    public void Cells_come_in_the_order_in_which_they_were_asked_for()
    {
        foreach (var cell in _cells)
        {
            _queue.TakeNext().ShouldBe(cell);
            _queue.Begin(cell).ShouldBeTrue();
            _queue.End();
        }

        (_queue.TakeNext(), _queue.IsBusy, _queue.Done, _queue.Of).ShouldBe((null, false, 3, 3));
    }

    [Fact]
    public void A_cell_that_is_taken_out_while_its_kernel_starts_does_not_begin_and_does_not_count()
    {
        _queue.TakeNext();
        _queue.Remove(_cells[0]);

        _queue.Begin(_cells[0]).ShouldBeFalse();
        (_queue.Of, _cells[0].IsQueued, _queue.TakeNext()).ShouldBe((2, false, _cells[1]));
    }

    [Fact]
    public void Those_that_wait_are_dropped_and_the_one_that_runs_goes_on()
    {
        _queue.TakeNext();
        _queue.Begin(_cells[0]);
        _queue.TakeNext();

        _queue.Drop().ShouldBe(2);
        (_queue.Running, _queue.Next, _queue.HasWaiting, _queue.Of).ShouldBe((_cells[0], null, false, 1));
    }
}
