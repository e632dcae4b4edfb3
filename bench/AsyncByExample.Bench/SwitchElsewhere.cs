using System.Threading.Channels;
using Nito.AsyncEx;

namespace AsyncByExample.Bench;

/// <summary>What else .NET has for two tasks that hand the thread to each other.</summary>
internal static class SwitchElsewhere
{
    public static IReadOnlyList<Contender> Systems { get; } =
    [
        Contender.OfThreadPool("threadpool", n => BothAsync(YieldAsync, n)),
        Contender.Of("nito", n => AsyncContext.Run(() => BothAsync(YieldAsync, n))),
        Contender.OfThreadPool("channels", PingPongAsync),
    ];

    private static Task BothAsync(Func<int, Task> task, int n) => Task.WhenAll(task(n - n / 2), task(n / 2));

    private static async Task YieldAsync(int count)
    {
        for (var i = 0; i < count; i++)
            await Task.Yield();
    }

    private static Task PingPongAsync(int n)
    {
        var (ping, pong) = (Channel.CreateUnbounded<int>(), Channel.CreateUnbounded<int>());
        return Task.WhenAll(AnswerAsync(n / 2), AskAsync(n / 2));

        async Task AskAsync(int count)
        {
            for (var i = 0; i < count; i++)
            {
                ping.Writer.TryWrite(i);
                await pong.Reader.ReadAsync();
            }
        }

        async Task AnswerAsync(int count)
        {
            for (var i = 0; i < count; i++)
                pong.Writer.TryWrite(await ping.Reader.ReadAsync());
        }
    }
}
