using CsCheck;

namespace Dib.Live.Tests;

public class TextMergeTests
{
    [Theory]
    [InlineData("one two", "ONE two", "one TWO", "ONE TWO")]
    [InlineData("one two", "one TWO", "ONE two", "ONE TWO")]
    [InlineData("one two", "one two", "one TWO", "one TWO")]
    [InlineData("one two", "ONE two", "one two", "ONE two")]
    [InlineData("one two", "ONE two", "ONE two", "ONE two")]
    [InlineData("", "theirs", "mine", "theirsmine")]
    [InlineData("one", "one!", "one?", "one!?")]
    [InlineData("abc", "axc", "ayc", "axyc")]
    [InlineData("abc", "", "abXc", "abXc")]
    [InlineData("aa", "aaa", "a", "aa")]
    public void Two_changes_of_a_text_are_brought_together(string known, string theirs, string mine, string merged) =>
        TextMerge.Of(known, theirs, mine).ShouldBe(merged);

    [Fact]
    public void Whatever_two_insert_is_there_afterwards() =>
        Gen.Select(Gen.String[Gen.Char["ab\n"], 0, 8], Gen.Int[0, 8], Gen.Int[0, 8])
            .Sample(
                (known, theirs, mine) =>
                {
                    var merged = TextMerge.Of(
                        known,
                        known.Insert(Math.Min(theirs, known.Length), "<theirs>"),
                        known.Insert(Math.Min(mine, known.Length), "<mine>")
                    );

                    merged.Length.ShouldBe(known.Length + "<theirs><mine>".Length);
                    merged
                        .Replace("<theirs>", "", StringComparison.Ordinal)
                        .Replace("<mine>", "", StringComparison.Ordinal)
                        .ShouldBe(known);
                }
            );
}
