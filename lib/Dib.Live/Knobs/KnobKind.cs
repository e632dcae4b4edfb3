namespace Dib.Live.Knobs;

/// <summary>What a knob is set to, and so what it is set with.</summary>
internal enum KnobKind
{
    /// <summary>A list of numbers: a text such as <c>15, 10, 5, 2</c>.</summary>
    Numbers,

    /// <summary>One number; empty stands for <c>null</c> where the knob allows it.</summary>
    Number,

    /// <summary>The clock's speed: a slider from 1 to 100, or <c>virtual</c>.</summary>
    Speed,

    /// <summary>A number of milliseconds.</summary>
    Milliseconds,

    /// <summary>A text.</summary>
    Text,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Switch,

    /// <summary>The seconds that a site takes to answer.</summary>
    Latency,
}
