using AsyncByExample.Formatting;

namespace AsyncByExample;

/// <summary>What has to be done once before the library is used in a notebook.</summary>
public static class Library
{
    /// <summary>Registers how values are shown, and runs each kind of example once, unseen.</summary>
    public static void Prepare()
    {
        Formatters.Register();
        WarmUp.Run();
    }
}
