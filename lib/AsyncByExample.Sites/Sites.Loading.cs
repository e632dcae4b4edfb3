using System.Text.Json;
using AsyncByExample.Sites.Data;

namespace AsyncByExample.Sites;

public sealed partial class Sites
{
    private static readonly string[] Fields = ["name", "url", "latency", "bodyBytes", "fault"];

    /// <summary>
    /// Reads sites from a JSON file: a list of objects with <c>name</c>, <c>url</c>, <c>latency</c> (article seconds),
    /// <c>bodyBytes</c> and, where something is wrong with it, <c>fault</c> (a <see cref="SiteFault"/> in camel case).
    /// </summary>
    /// <param name="path">Such as <c>../data/sites.json</c>.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">Something in it is wrong: the message names file, entry and field.</exception>
    public static Sites Load(string path) => DataFile.Read(path, Read);

    private static Sites Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array)
            throw new DataException("it is not a list of sites: write [ ] around them");
        if (json.GetArrayLength() == 0)
            throw new DataException("the list is empty: add a site, or take the file from the repository again");
        var sites = new List<Site>();
        foreach (var (index, element) in json.EnumerateArray().Index())
            sites.Add(Read(new DataEntry(Label(index, element), element).WithOnly(Fields), sites));
        return new Sites(sites);
    }

    private static Site Read(DataEntry entry, List<Site> before)
    {
        var site = new Site(
            entry.Text("name"),
            entry.Text("url"),
            entry.Number("latency"),
            entry.WholeNumber("bodyBytes"),
            entry.OneOf<SiteFault>("fault")
        );
        return SiteRules.Check(site, before) is var (field, problem) ? throw entry.Wrong(field, problem) : site;
    }

    private static string Label(int index, JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty("name", out var name)
        && name.ValueKind == JsonValueKind.String
            ? $"site {index + 1} ({name.GetString()})"
            : $"site {index + 1}";
}
