using System.Globalization;

namespace AsyncByExample.Bench;

/// <summary>What the command line asks for: <c>BENCH N [SYSTEM [URL]]</c>.</summary>
/// <param name="Benchmark">What to do.</param>
/// <param name="N">How many items, one or more.</param>
/// <param name="System">Who is to do it; null for everybody who can.</param>
/// <param name="Url">What the http benchmark is to ask; null for a server of its own.</param>
internal sealed record Request(Benchmark Benchmark, int N, Contender? System, string? Url)
{
    /// <exception cref="UsageException">There is no such benchmark, number or system; the message is for the reader.</exception>
    public static Request Parse(string[] args)
    {
        if (args.Length is < 2 or > 4)
            throw new UsageException(
                $"give a benchmark, a number and if you like a system, such as: switch 1000000 loop; there are {Names(Benchmark.All.Select(it => it.Name))}"
            );
        var benchmark =
            Benchmark.All.FirstOrDefault(it => it.Name == args[0])
            ?? throw new UsageException(
                $"there is no benchmark called {args[0]}, only {Names(Benchmark.All.Select(it => it.Name))}"
            );
        if (!int.TryParse(args[1], NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n == 0)
            throw new UsageException($"{args[1]} is no number of items: give one from 1 to {int.MaxValue}");
        return new Request(
            benchmark,
            n,
            args.Length > 2 ? SystemOf(benchmark, args[2], n) : null,
            args.ElementAtOrDefault(3)
        );
    }

    private static Contender SystemOf(Benchmark benchmark, string name, int n)
    {
        var system =
            benchmark.Systems.FirstOrDefault(it => it.System == name)
            ?? throw new UsageException(
                $"{benchmark.Name} has no system called {name}, only {Names(benchmark.Systems.Select(it => it.System))}"
            );
        return n <= system.Most
            ? system
            : throw new UsageException($"{name} needs a thread for each item: give it {system.Most} at most");
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names);
}
