using System.Net;
using Dib.Live.Components;
using Dib.Live.Frames;
using Dib.Live.Security;
using Dib.Live.Sessions;
using Dib.Running.Pages;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Dib.Live;

/// <summary>The live page's server, for this machine only.</summary>
internal sealed class LiveServer : IAsyncDisposable
{
    // A cell of the largest notebook that opens comes back from the editor in one message.
    private const int LargestMessage = 32 * 1024 * 1024;

    // A reader who closed the laptop finds the page as it was.
    private static readonly TimeSpan PagesAreKept = TimeSpan.FromMinutes(30);

    private readonly Keys _keys = new();
    private readonly WebApplication _app;

    /// <param name="port">The port, or zero for any that is free.</param>
    internal LiveServer(NotebookCatalog catalog, string folder, int port)
    {
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions
            {
                ApplicationName = typeof(LiveServer).Assembly.GetName().Name,
                ContentRootPath = AppContext.BaseDirectory,
                EnvironmentName = Environments.Production,
                Args = [],
            }
        );
        builder.Configuration.Sources.Clear();
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Logging.ClearProviders();
        AddServices(builder.Services, catalog, folder);
        _app = builder.Build();
        Map(_app);
    }

    /// <summary>The one address that opens the page.</summary>
    internal string Address => $"{Root}/?token={_keys.Token}";

    private string Root =>
        _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    internal Task StartAsync(CancellationToken cancellation) => _app.StartAsync(cancellation);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static void AddServices(IServiceCollection services, NotebookCatalog catalog, string folder)
    {
        services.AddSingleton<IHostLifetime, NoLifetime>();
        services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(1));
        services.AddSingleton(catalog).AddSingleton(ProseOf(folder));
        // Read anew for each reader who looks at the contents: the newest runs.
        services.AddTransient(_ => RunPictures.Of(folder));
        services.AddSingleton<PageScripts>().AddSingleton<FrameAddresses>();
        // What it protects lives no longer than the process.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services
            .AddRazorComponents()
            .AddInteractiveServerComponents(options =>
            {
                options.DisconnectedCircuitRetentionPeriod = PagesAreKept;
                options.DetailedErrors = true;
            })
            .AddHubOptions(options => options.MaximumReceiveMessageSize = LargestMessage);
    }

    // Its links stay within the live page.
    private static Prose ProseOf(string folder) =>
        new(
            new ProseLinks(folder, name => File.Exists(Path.Combine(folder, name + ".dib")))
            {
                AddressOf = Addresses.OfNotebook,
                IndexAddress = Addresses.Contents,
            }
        );

    private void Map(WebApplication app)
    {
        var access = new AccessMiddleware(_keys, PageScripts.Path);
        app.Use(next => context => access.InvokeAsync(context, next));
        app.UseStatusCodePagesWithReExecute("/nothing-here", createScopeForStatusCodePages: true);
        app.UseRouting();
        app.Use(next => context => AnswerForNotebookAsync(context, next));
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapGet("/page.css", () => Results.Text(Layout.Css, "text/css; charset=utf-8"));
        app.MapGet("/look.js", () => Results.Text(Look.Script, "text/javascript; charset=utf-8"));
        app.MapFrames();
        app.MapDownloads();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }

    // The page itself says in a sentence why; programs look at the status.
    private static Task AnswerForNotebookAsync(HttpContext context, RequestDelegate next)
    {
        var catalog = context.RequestServices.GetRequiredService<NotebookCatalog>();
        var page = context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type;
        if (page == typeof(LivePage) && !catalog.Has((string)context.GetRouteValue(nameof(LivePage.Name))!))
        {
            // Not before: pages that are not found are not drawn.
            context.Response.OnStarting(() =>
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            });
            context.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        }
        return next(context);
    }

    /// <summary>The command line knows when it is over.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
