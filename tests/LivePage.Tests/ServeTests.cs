using System.Diagnostics;
using System.Globalization;

namespace LivePage.Tests;

public sealed class ServeTests
{
    [Fact(Timeout = 60_000)]
    public async Task Without_arguments_the_host_serves_the_page_until_ctrl_c_and_leaves_no_kernel_behind()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only here is it certain that no browser opens");
        await using var host = new ServedHost { Arguments = [] };
        await host.InitializeAsync();
        host.Address.Query.ShouldStartWith("?token=");
        await using var notebook = await host.OpenAsync(
            "loop",
            "csharp\nConsole.WriteLine(Environment.ProcessId);\nwhile (true) { }"
        );
        await notebook.ClickAsync("Run all");
        var printed = await notebook.Cell(1).Locator(".printed").TextContentAsync();
        using var kernel = Process.GetProcessById(int.Parse(printed!, CultureInfo.InvariantCulture));

        (await host.InterruptAsync(TestContext.Current.CancellationToken)).ShouldBe(0);

        kernel.HasExited.ShouldBeTrue();
    }
}
