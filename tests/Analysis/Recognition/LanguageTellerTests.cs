using ProposalSearch.Analysis.Recognition;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Analysis.Tests.Recognition;

public sealed class LanguageTellerTests
{
    public static TheoryData<string> Codes => [.. SampleSentences.All.Keys];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Sentences_TellTheirLanguage(string code)
    {
        var text = SampleSentences.All[code];

        Assert.Equal(new WrittenIn(code, text.Length), Tell(text));
    }

    [Theory]
    [InlineData("La Mirada; El Monte; Los Angeles; Santa Monica; Long Beach; San Gabriel; Agoura Hills; Burbank; Glendale; Arleta")]
    [InlineData("3,1415926 2,7182818 1,4142135 0,5772156")]
    [InlineData("")]
    [InlineData("\uD800 \uDC00 \0 \uFFFF \uDC00 \uD83D")]
    public void Names_AndNumbers_TellNothing(string text) => Assert.Equal("", Tell(text).Code);

    private static WrittenIn Tell(string text)
    {
        var teller = new LanguageTeller();
        teller.Add(text);
        return teller.Tell();
    }
}
