using Dib.Kernel.Directives;
using Dib.Kernel.Streams;
using Dib.Kernel.Submissions;
using Dib.Protocol;
using Microsoft.DotNet.Interactive;
using Microsoft.DotNet.Interactive.Connection;
using Microsoft.DotNet.Interactive.CSharp;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.PackageManagement;
using Microsoft.DotNet.Interactive.Utility;
using SubmitCode = Microsoft.DotNet.Interactive.Commands.SubmitCode;

namespace Dib.Kernel.Engine;

/// <summary>Microsoft.DotNet.Interactive as the notebooks need it: its kernels, its magic commands, and ours beside them.</summary>
internal sealed class NotebookEngine
{
    private NotebookEngine(CompositeKernel root, CSharpCells cells) => (Root, Cells) = (root, cells);

    /// <summary>The kernel that stands for all.</summary>
    internal CompositeKernel Root { get; }

    /// <summary>The C# cells.</summary>
    internal CSharpCells Cells { get; }

    /// <summary>Puts the kernels together.</summary>
    internal static async Task<NotebookEngine> StartAsync(Outbox outbox, ReaderInput input)
    {
        // Side by side, on two cores: the compiler's first run takes as long as all the rest.
        var compiler = Task.Run(CompilerWarmUp.RunAsync);
        EngineInternals.DefaultHost(null) = EditorServices.OfTheEngine;
        var engine = Create(input);
        await engine.ConnectAsync(outbox);
        await engine.RunUnseenAsync(new SubmitCode("<b>warm</b>", "html"));
        engine.Cells.ContinueFrom(await compiler);
        return engine;
    }

    /// <summary>Runs a cell that nobody sees: after that, cells are fast.</summary>
    internal Task WarmUpAsync() => RunUnseenAsync(new SubmitCode("Console.WriteLine();\nnew { Warm = 1 }", "csharp"));

    // As a cell of a client that nobody listens to, so that all its ways have been gone once.
    private async Task RunUnseenAsync(SubmitCode cell)
    {
        cell.SetToken(Guid.NewGuid().ToString("N"));
        var envelope = new CommandEnvelope(cell.GetOrCreateToken(), new Protocol.SubmitCode(cell.Code));
        var nobody = new Outbox(Stream.Null);
        new Submission(nobody, envelope).Enter();
        await Root.SendAsync(cell);
        nobody.Drain();
    }

    private static NotebookEngine Create(ReaderInput input)
    {
        Formatter.DefaultMimeType = HtmlFormatter.MimeType;
        Formatter.SetPreferredMimeTypesFor(typeof(string), PlainTextFormatter.MimeType);

        var csharp = new CSharpKernel().UseNugetDirective(AddPackagesAsync).UseWho().UseValueSharing();
        var root = new CompositeKernel();
        root.Add(csharp, ["cs", "c#", "C#"]);
        root.Add(new HtmlKernel());
        root.Add(new JavaScriptKernel(), ["js"]);
        root.Add(new MarkdownKernel(), ["md"]);
        root.Add(new KeyValueStoreKernel().UseWho());
        root.DefaultKernelName = csharp.Name;
        root.UseImport().UseTime().UseAbout().UseLsMagic();

        ref var options = ref EngineInternals.OptionsOf(csharp);
        options = options.ForNotebooks();
        var cells = new CSharpCells(csharp);
        csharp.AddMiddleware(cells.RunAsync);
        input.AddTo(root);
        return new NotebookEngine(root, cells);
    }

    private static Task AddPackagesAsync(CSharpKernel kernel, IReadOnlyList<ResolvedPackageReference> packages)
    {
        kernel.AddAssemblyReferences(packages.SelectMany(package => package.AssemblyPaths));
        return Task.CompletedTask;
    }

    private Task ConnectAsync(Outbox outbox)
    {
        // The engine takes the console when a cell starts and gives it back when none is left: it holds it for good
        // from here on, so that ours stays in place.
        _ = ConsoleOutput.Subscribe(_ => System.Reactive.Disposables.Disposable.Empty);
        var address = KernelHost.CreateHostUriForCurrentProcessId();
        return Root.UseHost(new ProtocolSender(outbox, Cells, address), new EmptyReceiver(), address).ConnectAsync();
    }
}
