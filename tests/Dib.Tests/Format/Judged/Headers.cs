using CsCheck;

namespace Dib.Tests.Format.Judged;

/// <summary>Headers as editors write them, as people might, and broken ones; their JSON is in single quotes until the end.</summary>
internal static class Headers
{
    private static readonly string[] Kernels =
    [
        "{'name':'csharp'}",
        "{'name':'fsharp','languageName':'F#','aliases':['f#','fs']}",
        "{'name':'javascript','aliases':['javascript2','something']}",
        "{'name':'markdown','aliases':[]}",
        "{'name':'mermaid','languageName':1,'more':{'name':[]}}",
        "{'name':'pwsh','aliases':'powershell'}",
        "{'name':'value','aliases':null}",
        "{'name':'sql'}",
        "{'languageName':'KQL','name':'kql','aliases':['q','C#']}",
        "{'aliases':['MD'],'name':'two words'}",
        "{'name':'\\u0061'}",
    ];

    private static readonly Gen<string> OddName = Gen.OneOf(
        "'csharp'",
        "'sql'",
        "'c#'",
        "'md'",
        "'meta'",
        "''",
        "' '",
        "'#x'",
        "'\\ud800'",
        "1",
        "null"
    );

    private static readonly Gen<string> OddItem = Gen.OneOf(
        Gen.OneOf("{}", "null", "1", "[]", "'sql'", "{'Name':'sql'}", "{'name':'kql','aliases':{}}"),
        Gen.Select(OddName, OddName.Array[0, 3], (name, aliases) => $"{{'name':{name},'aliases':[{Joined(aliases)}]}}")
    );

    private static readonly Gen<string[]> Items = Gen.Frequency(
        (9, Gen.Shuffle(Kernels, 0, 5)),
        (1, Gen.Select(Gen.Shuffle(Kernels, 0, 3), OddItem.Array[1, 2], (some, odd) => some.Concat(odd).ToArray()))
    );

    private static readonly Gen<string> KernelInfo = Gen.Select(
        Gen.OneOf("", "'csharp'", "'sql'", "'fsharp'", "'markdown'", "null", "1"),
        Items,
        (name, items) => (name.Length == 0 ? "{" : $"{{'defaultKernelName':{name},") + $"'items':[{Joined(items)}]}}"
    );

    private static readonly Gen<string> Json = Gen.Frequency(
        (24, KernelInfo.Select(info => $"{{'kernelInfo':{info}}}")),
        (4, KernelInfo.Select(info => $"{{\n  'a': [],\n\n  'kernelInfo': {info}\n}}")),
        (1, KernelInfo.Select(info => $"{{'polyglot_notebook':{{'kernelInfo':{info}}}}}")),
        (1, Gen.OneOf("{}", "null", "{'kernelInfo':null}", "{'kernelInfo':{}}", "{'kernelInfo':{'items':1}}")),
        (1, Gen.OneOf("{'kernelInfo':[]}", "{'kernelInfo':'csharp'}", "{'kernelInfo':{'items':{'name':'sql'}}}")),
        (1, Gen.OneOf("", "{", "{}\ntext", "{} {}", "[1]", "1", "{'a':1,}", "{/* */}", "{'\\ud800':1}"))
    );

    /// <summary>A header up to the last character of its JSON.</summary>
    internal static readonly Gen<string> Bare = Gen.Select(
        Gen.Frequency((6, Gen.Const("#!meta")), (1, Gen.OneOf("#!meta ", "#!metadata"))),
        Gen.OneOf("\n", "\r\n", "\n\n", "\r\n\r\n", "\n \n"),
        Json,
        (line, before, json) => line + before + json.Replace('\'', '"')
    );

    /// <summary>A header with what is between it and the first cell.</summary>
    internal static readonly Gen<string> Any = Gen.Select(
        Bare,
        Gen.Frequency((9, Gen.OneOf("\n", "\r\n", "\n\n")), (1, Gen.OneOf("", "\ntext\n", "\r"))),
        Gen.Frequency((4, Gen.OneOf("#!csharp\n", "#!md\r\n", "#!sql\n", "#!time\n")), (1, Gen.Const(""))),
        (header, after, next) => header + after + next
    );

    private static string Joined(string[] items) => string.Join(",\n", items);
}
