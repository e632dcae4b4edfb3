using System.Reflection;

var carried = $"{AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")}".Contains("Microsoft.AspNetCore");
Console.WriteLine($"the process carries ASP.NET Core: {carried}");

var library = Assembly.LoadFrom(args[0]);
dynamic clock = Call("AsyncByExample.Clocks.Clock", "Real", 1000.0);
dynamic sites = Call("AsyncByExample.Sites", "Load", args[1]);
using var web = (IDisposable)sites.Local(clock);
using var client = new HttpClient((HttpMessageHandler)((dynamic)web).Handler);
var page = await client.GetStringAsync("http://google.com");
Console.WriteLine($"google sent {page.Length} bytes");

object Call(string type, string method, object argument) =>
    library.GetType(type, throwOnError: true)!.GetMethod(method)!.Invoke(null, [argument])!;
