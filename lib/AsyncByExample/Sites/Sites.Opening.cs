using AsyncByExample.Clocks;

namespace AsyncByExample;

public sealed partial class Sites
{
    /// <summary>
    /// The sites without a network: each answers after exactly its latency. On an event loop of the same clock
    /// a request is one of the loop's timers, so totals are exact in virtual time.
    /// </summary>
    public Web Simulated(Clock clock) => new(new SimulatedHandler(this, clock), clock);
}
