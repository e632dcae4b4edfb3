namespace Dib.Host.Commands;

/// <summary>What <c>export</c> makes of a notebook. The names in lower case are what the command line says, and the files' extensions.</summary>
internal enum ExportFormat
{
    /// <summary>A notebook of Jupyter's.</summary>
    Ipynb,

    /// <summary>A C# program in one file.</summary>
    Cs,

    /// <summary>The page that <c>run</c> writes.</summary>
    Html,
}
