using Dib.Running.Pages;

namespace Dib.Running.Tests.Pages;

public sealed class LookTests
{
    [Theory]
    [InlineData("dark", "large", " data-theme=\"dark\" data-size=\"large\"")]
    [InlineData("", null, " data-theme=\"\"")]
    [InlineData("\"><script>", "huge", "")]
    public void A_document_looks_as_was_chosen_if_that_is_a_choice(string? theme, string? size, string attributes) =>
        Look.Attributes(key => key == "async-by-example-theme" ? theme : size).ShouldBe(attributes);
}
