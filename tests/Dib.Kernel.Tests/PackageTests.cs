namespace Dib.Kernel.Tests;

public sealed class PackageTests(KernelProcess kernel) : IClassFixture<KernelProcess>
{
    [Fact(Timeout = 120_000)]
    public async Task A_package_is_restored_and_its_names_are_there_in_the_same_cell()
    {
        // The kernel is built with this one, so that it is on the machine whether there is a network or not.
        var events = await kernel.RunAsync(
            "#r \"nuget: Humanizer.Core, 2.14.1\"\nusing Humanizer;\nConsole.WriteLine(\"async by example\".Pascalize());"
        );

        events.ShouldSucceed();
        events.Printed().ShouldBe("AsyncByExample\n");
        // Its progress is one output, redrawn.
        events.Of<DisplayedValueProduced>().ShouldHaveSingleItem();
    }

    [Fact(Timeout = 120_000)]
    public async Task A_package_that_cannot_be_had_is_told_in_a_sentence_at_its_line()
    {
        var failure = (
            await kernel.RunAsync("// a cell\n#r \"nuget: No.Such.Package.Anywhere, 1.0.0\"\nConsole.WriteLine();")
        ).Failure();

        failure.Message.ShouldStartWith("(2,1): error: a package could not be restored. NU1");
        failure.Message.ShouldEndWith("Check its name and version, and the network.");
        failure.LinePosition.ShouldBe(new LinePosition(1, 0));
    }
}
