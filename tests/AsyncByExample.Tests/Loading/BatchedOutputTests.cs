using System.Text;
using AsyncByExample.Notebook;

namespace AsyncByExample.Tests.Loading;

/// <summary>What an example prints in Visual Studio Code.</summary>
public sealed class BatchedOutputTests : IDisposable
{
    private readonly TextWriter _console = Console.Out;
    private readonly Editor _editor = new();

    public BatchedOutputTests() => Console.SetOut(_editor);

    public void Dispose()
    {
        Console.SetOut(_console);
        _editor.Dispose();
    }

    [Fact]
    public void Every_line_is_passed_on_by_the_end_in_order_and_the_console_is_back()
    {
        var before = Console.Out;
        using (new BatchedOutput())
            Print(40);
        _editor.Text.ShouldBe(Lines(40));
        Console.Out.ShouldBeSameAs(before);
    }

    [Fact]
    public void A_line_is_shown_while_the_example_goes_on()
    {
        using var output = new BatchedOutput();
        Print(1);
        _editor.Written.Wait(TestContext.Current.CancellationToken);
        _editor.Text.ShouldBe(Lines(1));
    }

    [Fact]
    public void A_thread_that_an_example_left_behind_may_print_when_it_is_over()
    {
        TextWriter left;
        using (var output = new BatchedOutput())
            left = output;
        left.WriteLine("late");
        _editor.Text.ShouldBe("late" + Environment.NewLine);
    }

    private static void Print(int lines)
    {
        for (var i = 0; i < lines; i++)
            Console.WriteLine($"line {i}");
    }

    private static string Lines(int lines) =>
        string.Concat(Enumerable.Range(0, lines).Select(i => $"line {i}{Environment.NewLine}"));

    private sealed class Editor : TextWriter
    {
        public ManualResetEventSlim Written { get; } = new();

        public string Text { get; private set; } = "";

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(string? value)
        {
            Text += value;
            Written.Set();
        }
    }
}
