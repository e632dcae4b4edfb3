using System.Xml;
using System.Xml.Linq;

namespace Dib.Kernel.Questions;

/// <summary>Turns documentation comments into plain text, worded as the real kernel words them.</summary>
internal static class XmlDocumentation
{
    private const string NewLine = "\r\n";

    internal static string ToText(string? xml)
    {
        if (string.IsNullOrEmpty(xml))
            return "";
        try
        {
            return Content(XElement.Parse($"<doc>{xml}</doc>"));
        }
        catch (XmlException)
        {
            return xml;
        }
    }

    private static string Content(XElement element) => string.Concat(element.Nodes().Select(ToText));

    private static string ToText(XNode node) =>
        node switch
        {
            XText text => WithoutIndentation(text.Value),
            XElement element => Heading(element) + Content(element),
            _ => "",
        };

    private static string Heading(XElement element) =>
        element.Name.LocalName switch
        {
            "param" => $"{NewLine}{Attribute(element, "name")}: ",
            "typeparam" => $"{NewLine}<{Attribute(element, "name")}>: ",
            "returns" => $"{NewLine}Returns: ",
            "exception" => $"{NewLine}{Reference(element).TrimEnd()}: ",
            "remarks" => $"{NewLine}Remarks:{NewLine}",
            "example" => $"{NewLine}Example:{NewLine}",
            "value" => $"{NewLine}Value: {NewLine}",
            "para" or "br" => NewLine,
            "see" => Reference(element) + Attribute(element, "langword"),
            "paramref" or "typeparamref" => $"{Attribute(element, "name")} ",
            _ => "",
        };

    // A reference is a kind, a colon and a name, such as T:System.Int32.
    private static string Reference(XElement element) =>
        Attribute(element, "cref") is [_, ':', .. var name] ? $"{name} " : "";

    private static string Attribute(XElement element, string name) => element.Attribute(name)?.Value ?? "";

    private static string WithoutIndentation(string text) =>
        string.Join(NewLine, text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimStart()));
}
