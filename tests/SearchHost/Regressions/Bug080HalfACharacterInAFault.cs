using System.Text;
using ProposalSearch.Search;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Regressions;

/// <summary>
/// What a fault repeats of a request was cut in the middle of an emoji, and ended with a question mark that nobody had sent; lines of the
/// log, names of the box in a browser and faults of settings were cut the same way.
/// </summary>
public sealed class Bug080HalfACharacterInAFault
{
    [Fact]
    public void Short_AValueThatIsCutAtAnEmoji_EndsBeforeIt()
    {
        var value = new string('x', 59) + string.Concat(Enumerable.Repeat("\U0001F600", 4));

        Assert.Equal(new string('x', 59) + "…", Shown.Short(value));
        Assert.Equal(new string('x', 60) + "…", Shown.Short(new string('x', 62)));
        Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(Shown.Short(value))));
    }
}
