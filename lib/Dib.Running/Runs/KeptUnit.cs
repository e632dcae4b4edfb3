namespace Dib.Running.Runs;

/// <summary>What the times of a kept run are read in, as its file numbers them.</summary>
internal enum KeptUnit
{
    ArticleSeconds,
    RealTime,
    Minutes,
}
