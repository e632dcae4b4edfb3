namespace Dib.Kernel.Tests;

public sealed class ConsoleTests(KernelProcess kernel) : IClassFixture<KernelProcess>
{
    [Fact(Timeout = 60_000)]
    public async Task A_line_is_sent_while_the_cell_still_runs()
    {
        var token = await kernel.SendAsync(
            new SubmitCode(
                """
                Console.WriteLine("before");
                while (!System.IO.File.Exists("go")) await Task.Yield();
                Console.WriteLine("after");
                """
            )
        );

        await kernel.PrintsAsync("before");
        kernel.Write("go", "");

        (await kernel.EndOfAsync(token)).Printed().ShouldBe("after\n");
    }

    [Fact(Timeout = 60_000)]
    public async Task Half_a_line_is_sent_too_when_the_other_half_does_not_come()
    {
        var token = await kernel.SendAsync(
            new SubmitCode(
                """
                Console.Write("working");
                while (!System.IO.File.Exists("go on")) await Task.Yield();
                Console.WriteLine(" done");
                """
            )
        );
        while (
            (await kernel.NextAsync()).Event
                is not StandardOutputValueProduced { FormattedValues: [{ Value: "working" }] }
        ) { }
        kernel.Write("go on", "");

        (await kernel.EndOfAsync(token)).Printed().ShouldBe(" done\n");
    }

    [Fact(Timeout = 60_000)]
    public async Task What_any_thread_prints_belongs_to_the_cell_that_started_it()
    {
        var events = await kernel.RunAsync(
            """
            using System.Threading;
            await Task.Run(() => Console.WriteLine("task"));
            var thread = new Thread(() => Console.WriteLine("thread"));
            thread.Start();
            thread.Join();
            Parallel.For(0, 10, i => Console.WriteLine("parallel"));
            """
        );

        events.Printed().ShouldBe("task\nthread\n" + string.Concat(Enumerable.Repeat("parallel\n", 10)));
    }

    [Fact(Timeout = 60_000)]
    public async Task Output_and_errors_keep_their_order()
    {
        var events = await kernel.RunAsync(
            "for (var i = 0; i < 500; i++) { Console.WriteLine(i); Console.Error.WriteLine(-i); }"
        );

        var printed = events.Of<DisplayEvent>().Select(each => each.Text().Trim());
        printed.ShouldBe(Enumerable.Range(0, 500).SelectMany(i => new[] { $"{i}", $"{-i}" }));
    }

    [Fact(Timeout = 60_000)]
    public async Task What_is_printed_after_the_cell_has_ended_is_kept_from_other_cells_and_told_once()
    {
        (
            await kernel.RunAsync(
                """
                var gate = new System.Threading.ManualResetEventSlim();
                var shown = display("shown");
                var late = new System.Threading.Thread(() =>
                {
                    gate.Wait();
                    Console.WriteLine("late");
                    Console.Error.WriteLine("late");
                    display("late");
                    shown.Update("late");
                });
                late.Start();
                """,
                cell: "4"
            )
        ).ShouldSucceed();

        var events = await kernel.RunAsync("gate.Set();\nlate.Join();\nConsole.WriteLine(\"on time\");");

        events.Of<DisplayedValueProduced>().ShouldBeEmpty();
        events.Of<DisplayedValueUpdated>().ShouldBeEmpty();
        events.Printed().ShouldBe("on time\n");
        events
            .PrintedErrors()
            .ShouldBe("2 lines were printed after cell 4 had ended. To see them, await what prints them.\n");
        events.ShouldSucceed();
        (await kernel.RunAsync("1 + 1")).PrintedErrors().ShouldBeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task Reading_the_console_fails_and_leaves_the_clients_commands_alone()
    {
        (await kernel.RunAsync("Console.ReadLine()"))
            .Failure()
            .Message.ShouldContain("A notebook has no console to read from.");
        (await kernel.RunAsync("Console.In.ReadToEnd()")).Failure();
        (await kernel.RunAsync("Console.Read()")).Failure();
        (await kernel.RunAsync("Console.ReadKey()")).Failure();

        (await kernel.RunAsync("1 + 1")).ShouldSucceed();
    }

    [Fact(Timeout = 60_000)]
    public async Task Printing_is_text_whatever_its_characters()
    {
        var events = await kernel.RunAsync("""Console.Write("{\"event\":1}\r\n é 漢 \U0001F600 \0 \u2028\n");""");

        events.Printed().ShouldBe("{\"event\":1}\r\n é 漢 \U0001F600 \0 \u2028\n");
    }

    [Fact(Timeout = 60_000)]
    public async Task Neither_raw_streams_nor_programs_that_a_cell_starts_reach_the_protocol()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Only Unix lets a process take its own streams.");

        var events = await kernel.RunAsync(
            """
            var raw = Console.OpenStandardOutput();
            raw.Write(System.Text.Encoding.UTF8.GetBytes("raw\n"));
            System.Diagnostics.Process.Start("echo", "from a program").WaitForExit();
            Console.OpenStandardInput().ReadByte()
            """
        );

        events.Result().ShouldContain(">-1<");
        events.Printed().ShouldBeEmpty();
    }

    [Fact(Timeout = 60_000)]
    public async Task A_console_that_one_cell_replaces_does_not_silence_the_next()
    {
        (await kernel.RunAsync("Console.SetOut(System.IO.TextWriter.Null);\nConsole.WriteLine(\"unseen\");"))
            .Printed()
            .ShouldBeEmpty();

        (await kernel.RunAsync("Console.WriteLine(\"seen\");")).Printed().ShouldBe("seen\n");
    }

    [Fact(Timeout = 60_000)]
    public async Task Lines_of_several_threads_are_sent_in_far_fewer_messages_than_there_are_lines()
    {
        var events = await kernel.RunAsync(
            "Parallel.For(0, 4, t => { for (var i = 0; i < 500; i++) Console.WriteLine($\"{t} {i}\"); });"
        );

        var lines = events.Printed().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(2000);
        foreach (var thread in lines.GroupBy(line => line[0]))
            thread.Select(line => line[2..]).ShouldBe(Enumerable.Range(0, 500).Select(i => $"{i}"));
        events.Count.ShouldBeLessThan(lines.Length / 2);
    }

    [Fact(Timeout = 60_000)]
    public async Task Late_text_without_line_ends_is_told_once_as_well()
    {
        await kernel.RunAsync(
            """
            var start = new System.Threading.ManualResetEventSlim();
            var dots = new System.Threading.Thread(() =>
            {
                start.Wait();
                for (var i = 0; i < 10; i++) Console.Write(".");
            });
            dots.Start();
            """
        );

        var events = await kernel.RunAsync("start.Set();\ndots.Join();");

        events
            .PrintedErrors()
            .ShouldBe("1 line was printed after its cell had ended. To see it, await what prints it.\n");
    }
}
