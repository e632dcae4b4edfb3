using System.Reflection;

var carried = $"{AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")}".Contains("Microsoft.AspNetCore");
Console.WriteLine($"the process carries ASP.NET Core: {carried}");

// As setup.dib does.
Call("AsyncByExample.Notebook", "Library", "Prepare", null, null);
dynamic clock = Call("AsyncByExample", "Clocks.Clock", "Real", 1000.0);
dynamic sites = Call("AsyncByExample.Sites", "Sites", "Load", args[1]);
using var web = (IDisposable)sites.Local(clock);
using var client = new HttpClient((HttpMessageHandler)((dynamic)web).Handler);
var page = await client.GetStringAsync("http://google.com");
Console.WriteLine($"google sent {page.Length} bytes");

object Call(string part, string type, string method, params object?[] arguments) =>
    Assembly
        .LoadFrom(Path.Combine(Path.GetDirectoryName(args[0])!, $"{part}.dll"))
        .GetType($"{part}.{type}", throwOnError: true)!
        .GetMethod(method)!
        .Invoke(null, arguments)!;
