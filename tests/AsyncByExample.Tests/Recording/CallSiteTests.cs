using System.Collections;
using System.Runtime.CompilerServices;
using AsyncByExample.Clocks;
using AsyncByExample.EventLoops;
using AsyncByExample.Greenlets;
using AsyncByExample.Recording;

namespace AsyncByExample.Tests.Recording;

/// <summary>Which line of the example printed what.</summary>
public class CallSiteTests
{
    [Fact]
    public void A_printed_line_knows_the_line_of_code_that_printed_it()
    {
        var line = Here();
        Record(() => Console.WriteLine("hello")).ShouldBe(Line(line + 1));
    }

    [Fact]
    public void So_it_does_when_an_iterator_printed_it()
    {
        var source = Record(() =>
        {
            for (var task = Steps().OnLane("Task One"); task.MoveNext(); ) { }
        });
        source.ShouldBe(new SourceLine(nameof(Steps), ThisFile(), _line));
    }

    [Fact]
    public void So_it_does_when_a_greenlet_printed_it()
    {
        var source = Record(() => Greenlet.JoinAll([Greenlet.Spawn(Print, "Task One")]));
        source.ShouldBe(new SourceLine(nameof(Print), ThisFile(), _line));
    }

    [Fact]
    public void So_it_does_when_an_async_method_printed_it_after_an_await()
    {
        var source = Record(() => EventLoop.Run(PrintLater));
        source.ShouldBe(new SourceLine(nameof(PrintLater), ThisFile(), _line));
    }

    [Fact]
    public void Lines_printed_in_a_loop_all_know_it()
    {
        var run = Recorder.Record("loop", Clock.Virtual(), LowerBound.NoWaiting([]), PrintOften);
        run.Timeline.Lines.Select(line => line.Source)
            .ShouldAllBe(source => source == new SourceLine(nameof(PrintOften), ThisFile(), _line));
        run.Timeline.Lines.Count.ShouldBe(3);
    }

    private static int _line;

    private static IEnumerator Steps()
    {
        yield return null;
        _line = Here() + 1;
        Console.WriteLine("step");
    }

    private static void Print(string name)
    {
        _line = Here() + 1;
        Console.WriteLine(name);
    }

    private static async Task PrintLater()
    {
        await Task.Delay(TimeSpan.FromSeconds(1), Clock.Current);
        _line = Here() + 1;
        Console.WriteLine("later");
    }

    private static void PrintOften()
    {
        for (var i = 0; i < 3; i++)
        {
            _line = Here() + 1;
            Console.WriteLine(i);
        }
    }

    private static SourceLine? Record(Action main) =>
        Recorder.Record("lines", Clock.Virtual(), LowerBound.NoWaiting([]), main).Timeline.Lines[0].Source;

    private static SourceLine Line(int line) =>
        new(nameof(A_printed_line_knows_the_line_of_code_that_printed_it), ThisFile(), line);

    private static int Here([CallerLineNumber] int line = 0) => line;

    private static string ThisFile([CallerFilePath] string file = "") => file;
}
