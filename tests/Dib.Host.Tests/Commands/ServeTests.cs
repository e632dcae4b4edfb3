using System.Net;
using System.Net.Sockets;

namespace Dib.Host.Tests.Commands;

public class ServeTests
{
    [Theory]
    [InlineData("--port 65536", "--port 65536 is not a port: a number from 1 to 65535, or 0 for any free one.")]
    [InlineData("--port -1", "--port -1 is not a port: a number from 1 to 65535, or 0 for any free one.")]
    [InlineData("--port any", "--port any is not a port: a number from 1 to 65535, or 0 for any free one.")]
    [InlineData("--no-token", "Unrecognized command or argument '--no-token'.")]
    public async Task A_wrong_command_line_is_answered_in_one_sentence_and_with_exit_code_2(
        string arguments,
        string sentence
    )
    {
        using var place = new Workplace().Add("x", ("csharp", "1"));

        (await place.ServeAsync(arguments.Split(' '))).ShouldBe(2);

        place.Errors.ShouldBe(sentence);
        place.Output.Trim().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named_and_so_is_the_way_to_a_free_one()
    {
        using var place = new Workplace().Add("x", ("csharp", "1"));
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        (await place.ServeAsync("--port", $"{port}")).ShouldBe(2);

        place.Errors.ShouldBe($"Port {port} is taken: choose another one with --port, or --port 0 for any free one.");
        place.Output.Trim().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_place_without_notebooks_is_answered_in_one_sentence()
    {
        using var place = new Workplace();

        (await place.ServeAsync()).ShouldBe(2);

        place.Errors.ShouldBe("There is no folder notebooks with .dib files here or in a folder above.");
    }
}
