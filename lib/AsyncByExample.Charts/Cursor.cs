namespace AsyncByExample.Charts;

/// <summary>How a chart takes part when charts of one run move together.</summary>
/// <param name="Tracks">Where it shows the moment.</param>
/// <param name="Moments">What it tells of it; null for a chart that only follows.</param>
/// <param name="Player">Whether the controls are there from the start; otherwise the reader asks for them.</param>
internal sealed record Cursor(IReadOnlyList<CursorTrack> Tracks, CursorMoments? Moments = null, bool Player = false);
