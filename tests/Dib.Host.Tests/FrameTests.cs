namespace Dib.Host.Tests;

public class FrameTests
{
    [Fact]
    public void Builds() => true.ShouldBeTrue();
}
