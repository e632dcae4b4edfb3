namespace House.Tests.Samples.Right;

internal sealed class Answers
{
    internal Func<Task<string>> Ask { get; } = () => Left.Asks.AskAsync();
}
