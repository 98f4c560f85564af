using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>A key of initials in the plural was shown in pieces: <c>SDGs</c> as <i>SD gs</i>.</summary>
public sealed class Bug535PluralsOfInitials
{
    [Theory]
    [InlineData("SDGs", "SDGs")]
    [InlineData("projectURLs", "Project URLs")]
    [InlineData("NGOsInvolved", "NGOs involved")]
    [InlineData("HTTPServer", "HTTP server")]
    [InlineData("isOpen", "Is open")]
    public void Label_OfAName_KeepsInitialsTogether(string key, string label) => Assert.Equal(label, Wording.Label(key));
}
