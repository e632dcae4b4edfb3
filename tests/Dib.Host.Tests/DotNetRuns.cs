namespace Dib.Host.Tests;

/// <summary>Tests that build what they run, one after the other: two builds of one project get in each other's way.</summary>
[CollectionDefinition(Name)]
public sealed class DotNetRuns
{
    internal const string Name = "dotnet run";
}
