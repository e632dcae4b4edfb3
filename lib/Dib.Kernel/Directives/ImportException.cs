namespace Dib.Kernel.Directives;

/// <summary>A file that cannot be imported, and why.</summary>
internal sealed class ImportException(string path, string reason) : Exception($"'{path}' cannot be imported: {reason}");
