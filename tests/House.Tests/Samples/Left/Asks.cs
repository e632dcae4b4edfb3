using House.Tests.Samples.Right;

namespace House.Tests.Samples.Left;

internal static class Asks
{
    internal static async Task<string> AskAsync()
    {
        await Task.Yield();
        return await new Answers().Ask();
    }
}
