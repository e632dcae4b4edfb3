namespace Dib.Running.Notebooks;

/// <summary>One of a notebook's knobs and its value, as C#.</summary>
internal sealed record Knob(string Name, string Value)
{
    /// <summary>Reads <c>name=value</c>; null when it is not of that form.</summary>
    internal static Knob? Parse(string text) =>
        text.Split('=', 2) is [var name, var value] && name.Trim().Length > 0 && value.Trim().Length > 0
            ? new Knob(name.Trim(), value.Trim())
            : null;

    /// <summary>The statement that sets the knob.</summary>
    internal string Code => $"{Name} = {Value};";

    /// <inheritdoc/>
    public override string ToString() => $"{Name} = {Value}";
}
