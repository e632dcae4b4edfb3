namespace Dib.Kernel.Tests;

/// <summary>A cell that is there before the kernel has warmed up is the first to run, and is told of like any other.</summary>
public sealed class FirstCellTests : IAsyncLifetime
{
    private readonly KernelProcess _kernel = new();

    public ValueTask InitializeAsync() => _kernel.InitializeAsync();

    public ValueTask DisposeAsync() => _kernel.DisposeAsync();

    [Fact(Timeout = 60_000)]
    public async Task Its_failure_has_its_line()
    {
        var failure = (await _kernel.RunAsync("\n\nthrow new Exception(\"first\");", cell: "1")).Failure();

        failure.Message.ShouldStartWith("System.Exception: first");
        failure.LinePosition.ShouldBe(new LinePosition(2, 0));
    }

    [Fact(Timeout = 60_000)]
    public async Task It_knows_its_name_and_leaves_its_variables()
    {
        const string code =
            "static string Here([System.Runtime.CompilerServices.CallerFilePath] string path = \"\") => path;\nvar here = Here();\nhere";

        (await _kernel.RunAsync(code, cell: "1")).Result().ShouldBe("cell 1");
        (await _kernel.RunAsync("here")).Result().ShouldBe("cell 1");
    }

    [Fact(Timeout = 60_000)]
    public async Task Variables_that_it_assigned_before_it_threw_survive()
    {
        (await _kernel.RunAsync("var kept = 7;\nthrow new Exception();")).Failure();

        (await _kernel.RunAsync("kept")).Result().ShouldContain(">7<");
    }
}
