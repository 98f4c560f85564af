using System.Text.RegularExpressions;
using Xunit;

namespace ProposalSearch.Architecture.Tests;

/// <summary>Links between pages lead somewhere.</summary>
public sealed partial class LinkTests
{
    [Fact]
    public void Links_OfAllPages_LeadSomewhere()
    {
        var links = Checkout.Documents
            .SelectMany(page => Link().Matches(Checkout.Read(page)).Select(link => (Page: page, Target: link.Groups[1].Value))).ToList();
        Assert.NotEmpty(links);

        Assert.All(links, link => Assert.True(Checkout.Exists(Path.Combine(Path.GetDirectoryName(link.Page)!, link.Target)),
            $"{link.Page} links to {link.Target}, which does not exist"));
    }

    [GeneratedRegex(@"\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)")]
    private static partial Regex Link();
}
