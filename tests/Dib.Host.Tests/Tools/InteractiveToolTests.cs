using System.Diagnostics;
using System.Globalization;
using Dib.Host.Tools;
using Dib.Protocol;
using Dib.Running.Kernels;

namespace Dib.Host.Tests.Tools;

public sealed class InteractiveToolTests : IDisposable
{
    // For a process that should end: long, because it only counts where it does not.
    private const int Patience = 120_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("tools-").FullName;
    private readonly StringWriter _told = new() { NewLine = "\n" };

    [Fact]
    public void The_manifest_that_counts_is_the_nearest_that_pins_the_tool()
    {
        var inner = Directory.CreateDirectory(Path.Combine(_folder, "a", "b")).FullName;
        InteractiveTool.FolderAbove(inner).ShouldBeNull();
        Pin(_folder, "microsoft.dotnet-interactive", "0.0.0");
        Pin(Path.GetDirectoryName(inner)!, "csharpier", "0.0.0");
        InteractiveTool.FolderAbove(inner).ShouldBe(_folder);
    }

    [Fact]
    public async Task Without_a_manifest_it_is_said_where_to_run_the_host() =>
        (await Should.ThrowAsync<KernelException>(() => PrepareAsync(null))).Message.ShouldBe(
            "No tool manifest (.config/dotnet-tools.json) above the host pins microsoft.dotnet-interactive: run the host in its repository, or give --kernel a command, such as \"dotnet interactive stdio\"."
        );

    [Fact]
    public async Task A_tool_that_cannot_be_restored_is_told_before_and_is_one_sentence_after()
    {
        Pin(_folder, "microsoft.dotnet-interactive", "0.0.0");

        var message = (await Should.ThrowAsync<KernelException>(() => PrepareAsync(_folder))).Message;

        _told
            .ToString()
            .ShouldBe("Restoring dotnet-interactive, the kernel of Polyglot Notebooks. This happens once.\n");
        message.ShouldStartWith("dotnet-interactive could not be restored (");
        message.ShouldEndWith($"): look whether there is a network, then run `dotnet tool restore` in {_folder}.");
        message.ShouldNotContain("\n");
    }

    [Fact]
    public async Task It_runs_cells_in_the_notebook_s_folder_wherever_that_is()
    {
        await using var kernel = await StartAsync();
        (await PrintedAsync(kernel, "Console.Write(Environment.CurrentDirectory)")).ShouldEndWith(
            Path.GetFileName(_folder)
        );
    }

    [Fact(Timeout = Patience)]
    public async Task It_ends_with_all_that_stands_between_when_it_is_killed()
    {
        await using var kernel = await StartAsync();
        var id = await PrintedAsync(kernel, "Console.Write(Environment.ProcessId)");
        using var tool = Process.GetProcessById(int.Parse(id, CultureInfo.InvariantCulture));

        kernel.Kill();

        await tool.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    [Fact(Timeout = Patience)]
    public async Task It_ends_with_its_input_as_it_does_when_the_host_is_killed()
    {
        await RestoreAsync();
        using var process = InteractiveTool.Launcher.Start(_folder);
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            if (line.Contains(nameof(KernelReady), StringComparison.Ordinal))
                break;

        process.StandardInput.Close();

        // The output ends when the last process that holds it does.
        await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _told.Dispose();
    }

    private Task PrepareAsync(string? folder) =>
        InteractiveTool.PrepareAsync(folder, _told, TestContext.Current.CancellationToken);

    private async Task RestoreAsync()
    {
        try
        {
            await InteractiveTool.Launcher.PrepareAsync(_told, TestContext.Current.CancellationToken);
        }
        catch (KernelException e)
        {
            Assert.Skip(e.Message);
        }
    }

    private async Task<IKernel> StartAsync()
    {
        await RestoreAsync();
        return await KernelProcess.StartAsync(
            InteractiveTool.Launcher,
            _folder,
            TimeProvider.System,
            TestContext.Current.CancellationToken
        );
    }

    private static async Task<string> PrintedAsync(IKernel kernel, string code)
    {
        var answers = kernel.SendAsync(
            new SubmitCode(code) { TargetKernelName = "csharp" },
            TestContext.Current.CancellationToken
        );
        var printed = answers.OfType<StandardOutputValueProduced>();
        return (await printed.FirstAsync(TestContext.Current.CancellationToken)).FormattedValues[0].Value;
    }

    private static void Pin(string folder, string package, string version)
    {
        Directory.CreateDirectory(Path.Combine(folder, ".config"));
        File.WriteAllText(
            Path.Combine(folder, ".config", "dotnet-tools.json"),
            $$"""
            {
              "version": 1,
              "isRoot": true,
              "tools": { "{{package}}": { "version": "{{version}}", "commands": ["dotnet-interactive"] } }
            }
            """
        );
    }
}
