namespace Dib.Tests;

public class FrameTests
{
    [Fact]
    public void Builds() => true.ShouldBeTrue();
}
