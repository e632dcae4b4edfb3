namespace AsyncByExample.Sites.Data;

/// <summary>An entry of a data file is wrong: the message names the entry and the field, and the file is put before it.</summary>
internal sealed class DataException(string message) : Exception(message);
