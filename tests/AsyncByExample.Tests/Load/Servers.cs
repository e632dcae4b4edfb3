using System.Net.Sockets;
using AsyncByExample.EventLoops;
using AsyncByExample.Labs.Load;

namespace AsyncByExample.Tests.Load;

/// <summary>The servers of notebook 0a, and what can be wrong with one.</summary>
internal sealed class Servers(Database database)
{
    public Action<TcpListener> OneAtATime => HttpServer.OneAtATime(Answer);

    public Action<TcpListener> AThreadEach => HttpServer.AThreadEach(Answer);

    public Action<TcpListener> Asynchronous => HttpServer.OnEventLoop(AnswerAsync);

    public static void OnLoop(TcpListener listener, Func<TcpClient, Task> answer) =>
        EventLoop.Run(async () =>
        {
            while (true)
                _ = answer(await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken));
        });

    private void Answer(HttpConnection client)
    {
        var request = client.ReadRequest();
        using var et = ElapsedTime.Start(request.Client, request.Path);
        client.Send(database.Query(request.Path));
    }

    private async Task AnswerAsync(HttpConnection client)
    {
        var request = await client.ReadRequestAsync();
        using var et = ElapsedTime.Start(request.Client, request.Path);
        await client.SendAsync(await database.QueryAsync(request.Path));
    }
}
