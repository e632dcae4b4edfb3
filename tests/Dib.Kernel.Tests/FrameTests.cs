namespace Dib.Kernel.Tests;

public class FrameTests
{
    [Fact]
    public void Builds() => true.ShouldBeTrue();
}
