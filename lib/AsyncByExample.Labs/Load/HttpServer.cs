using System.Net.Sockets;
using AsyncByExample.EventLoops;

namespace AsyncByExample.Labs.Load;

/// <summary>Servers that differ in when they look at the next request. Each accepts from the listener until that throws.</summary>
public static class HttpServer
{
    /// <summary>One thread, which finishes an answer before it accepts the next connection.</summary>
    /// <param name="answer">Answers one request. What it throws ends the server.</param>
    public static Action<TcpListener> OneAtATime(Action<HttpConnection> answer) =>
        listener =>
        {
            while (true)
                Answer(listener.AcceptTcpClient(), answer);
        };

    /// <summary>One thread for each connection, which may block.</summary>
    /// <param name="answer">Answers one request. What it throws, its client tells: it gets no answer.</param>
    public static Action<TcpListener> AThreadEach(Action<HttpConnection> answer) =>
        listener =>
        {
            while (true)
            {
                var client = listener.AcceptTcpClient();
                // As a task, so that what one answer throws does not end the process. A long one has a thread of its own.
                _ = Task.Factory.StartNew(
                    () => Answer(client, answer),
                    CancellationToken.None,
                    TaskCreationOptions.LongRunning,
                    TaskScheduler.Default
                );
            }
        };

    /// <summary>
    /// One thread with an event loop: it accepts each connection as it comes, and does not wait for the end of an answer
    /// before it takes the next one.
    /// </summary>
    /// <param name="answer">Answers one request. What it throws ends the server.</param>
    public static Action<TcpListener> OnEventLoop(Func<HttpConnection, Task> answer) =>
        listener => EventLoop.Run(() => ServeAsync(listener, answer));

    private static void Answer(TcpClient client, Action<HttpConnection> answer)
    {
        using var connection = new HttpConnection(client);
        answer(connection);
    }

    private static async Task ServeAsync(TcpListener listener, Func<HttpConnection, Task> answer)
    {
        var failed = new TaskCompletionSource<TcpClient>();
        while (true)
        {
            var next = await Task.WhenAny(listener.AcceptTcpClientAsync(), failed.Task);
            _ = AnswerAsync(await next, answer, failed);
        }
    }

    // Nobody awaits it: what it throws is told to the one who accepts.
    private static async Task AnswerAsync(
        TcpClient client,
        Func<HttpConnection, Task> answer,
        TaskCompletionSource<TcpClient> failed
    )
    {
        try
        {
            using var connection = new HttpConnection(client);
            await answer(connection);
        }
#pragma warning disable CA1031 // Whatever it is, the server ends with it.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            failed.TrySetException(fault);
        }
    }
}
