namespace AsyncByExample.Labs.Scale;

/// <summary>Where figures come from.</summary>
public enum CostOrigin
{
    /// <summary>Measured just now, on this machine.</summary>
    Measured,

    /// <summary>Measured before, on the machine that the data names.</summary>
    Recorded,

    /// <summary>Not measured: what it would be if it went on like that.</summary>
    Extrapolated,
}
