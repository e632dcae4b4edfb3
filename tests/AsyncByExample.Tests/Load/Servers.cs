using System.Net.Sockets;
using AsyncByExample.EventLoops;
using AsyncByExample.Labs.Load;

namespace AsyncByExample.Tests.Load;

/// <summary>The servers of notebook 0a, and what can be wrong with one.</summary>
internal sealed class Servers(Database database)
{
    public void OneAtATime(TcpListener listener)
    {
        while (true)
            Answer(listener.AcceptTcpClient());
    }

    public void Asynchronous(TcpListener listener) => OnLoop(listener, AnswerAsync);

    public static void OnLoop(TcpListener listener, Func<TcpClient, Task> answer) =>
        EventLoop.Run(async () =>
        {
            while (true)
                _ = answer(await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken));
        });

    private void Answer(TcpClient client)
    {
        using var connection = new HttpConnection(client);
        var request = connection.ReadRequest();
        using var et = ElapsedTime.Start(request.Client, request.Path);
        connection.Send(database.Query(request.Path));
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using var connection = new HttpConnection(client);
        var request = await connection.ReadRequestAsync();
        using var et = ElapsedTime.Start(request.Client, request.Path);
        await connection.SendAsync(await database.QueryAsync(request.Path));
    }
}
