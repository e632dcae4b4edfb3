using System.Threading.Channels;

namespace AsyncByExample;

/// <summary>What the just-in-time compiler should have seen before a reader's first program runs on the thread pool.</summary>
internal static class PoolWarmUp
{
    /// <summary>Gets a page in each way, in the running example.</summary>
    /// <param name="client">Of sites that answer soon.</param>
    /// <param name="url">A page of theirs.</param>
    public static async Task RunAsync(System.Net.Http.HttpClient client, string url)
    {
        var workQueue = Channel.CreateUnbounded<string>();
        await workQueue.Writer.WriteAsync(url);
        workQueue.Writer.Complete();
        await foreach (var next in workQueue.Reader.ReadAllAsync())
            await GetAsync(client, next);
        await Parallel.ForEachAsync([url], async (next, _) => await GetAsync(client, next));
        await foreach (var page in Task.WhenEach(GetAsync(client, url), GetAsync(client, url)))
            Console.WriteLine(await page);
    }

    private static async Task<string> GetAsync(System.Net.Http.HttpClient client, string url)
    {
        using var et = ElapsedTime.Start("Task One", url);
        await client.GetStringAsync(url);
        return $"elapsed time: {et}";
    }
}
