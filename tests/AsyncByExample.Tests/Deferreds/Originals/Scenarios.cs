namespace AsyncByExample.Tests.Deferreds.Originals;

/// <summary>Programs that do what the original's of the same name does.</summary>
internal sealed class Scenarios : Dictionary<string, (Func<Stage, Task> Run, bool OnReactor)>
{
    public void Add(string name, Action<Stage> scenario) =>
        Add(
            name,
            (
                it =>
                {
                    scenario(it);
                    return Task.CompletedTask;
                },
                false
            )
        );

    /// <summary>One that awaits runs on the reactor.</summary>
    public void Add(string name, Func<Stage, Task> scenario) => Add(name, (scenario, true));
}
