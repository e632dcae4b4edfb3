namespace Dib.Live.Components;

/// <summary>The keys of the page, as its sheet lists them; live/keys.js reads them.</summary>
internal static class Shortcuts
{
    internal static readonly (string Group, (string Keys, string Does)[] Keys)[] All =
    [
        (
            "Run",
            [
                ("Shift+Enter", "Run the cell and go to the next"),
                ("Ctrl+Enter", "Run the cell"),
                ("Alt+Enter", "Run the cell and insert one below"),
                ("N", "Next step: run one cell and move on"),
                ("I I", "Stop"),
                ("0 0", "Restart the kernel"),
            ]
        ),
        (
            "Move",
            [
                ("J or ↓", "Next cell"),
                ("K or ↑", "Previous cell"),
                ("G", "Go to the cell that runs"),
                ("O", "Outline: all parts, and how their cells stand"),
                ("Enter", "Edit the cell"),
                ("Esc", "Leave the editor, close a sheet; stop a cell that asks, in its field"),
            ]
        ),
        (
            "Change",
            [
                ("A", "Insert a cell above"),
                ("B", "Insert a cell below"),
                ("D D", "Delete the cell"),
                ("Z", "Undo: delete, insert, move, kind, knob, cleared outputs"),
                ("M", "Make it prose"),
                ("Y", "Make it code"),
                ("Alt+↑ / Alt+↓", "Move the cell up or down"),
            ]
        ),
        (
            "Notebook",
            [
                ("Ctrl+S", "Save"),
                ("V", "Variables"),
                ("H", "History: the kept runs, two of them beside each other"),
                ("?", "This sheet"),
            ]
        ),
    ];
}
