using System.Diagnostics;
using AsyncByExample.Bench;

if (args is ["serve"])
    return await EndPoint.ServeAsync();
if (args is ["micro"])
{
    MicroBenchmark.Run(Path.Combine(AppContext.BaseDirectory, "micro"));
    return 0;
}
try
{
    var request = Request.Parse(args);
    using var server = request is { Benchmark.Name: "http", Url: null } ? new EndPoint() : null;
    var url = request.Url ?? server?.Url ?? "";
    if (request.System is { } system)
        request.Benchmark.Run(system, request.N, url);
    else
        foreach (var each in request.Benchmark.Systems.Where(it => request.N <= it.Most))
            RunInProcessOfItsOwn(request, each, url);
    return 0;
}
catch (UsageException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 2;
}

// Each system has a peak of memory and a compiler's state of its own.
static void RunInProcessOfItsOwn(Request request, Contender system, string url)
{
    string[] arguments = [request.Benchmark.Name, $"{request.N}", system.System, url];
    using var process = Process.Start(Environment.ProcessPath!, arguments);
    process.WaitForExit();
}
