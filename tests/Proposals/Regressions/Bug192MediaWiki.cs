using ProposalSearch.Proposals.Tests.Sources;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Archives in the markup of MediaWiki, as of Bitcoin, were passed over without a word.</summary>
public sealed class Bug192MediaWiki
{
    [Fact]
    public void Run_ADocument_HasItsKeysAndItsSections()
    {
        var proposal = TemporaryArchive.Of(
            "pond-0007.mediawiki",
            """
            <pre>
              POND: 7
              Title: Boxes for herons
              Author: Ann Lee <ann@x.org>
                      Bo Marsh <bo@x.org>
              Created: 2019-03-14
            </pre>

            ==Motivation==

            '''Herons''' wait, see [https://x.org/count the count] and [[Pond:3|pond 3]].<ref>In April.</ref>

            == Plan ==

            # Cut reeds
            ## Dry ones
            * Bind them

            <source lang="python">
            box = reed()
            </source>

            {| class="wikitable"
            |-
            ! Year !! Boxes
            |-
            | 2019 || style="color:red" | 7
            |}
            """);

        Assert.Equal(("Boxes for herons", 2019), (proposal.Title, proposal.Year));
        Assert.Contains(proposal.Answers, static answer => answer.Text == "Herons wait, see the count and pond 3. In April.");
        var plan = proposal.Answers.Single(static answer => answer.Question == "Plan").Text;
        foreach (var kept in new[] { "Cut reeds", "Dry ones", "Bind them", "box = reed()", "Year – Boxes", "2019 – 7" })
        {
            Assert.Contains(kept, plan, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Read_ATemplateAtTheTop_IsKeys()
        => Assert.Equal(
            "{2:title=Boxes for herons ; 3:area=Pond 3 ; 4:cost=5}",
            Read.Show(Read
                .File("a.wiki", "{{Proposal\n|title = Boxes for herons\n|area=[[Pond:3|Pond 3]]\n| cost = 5\n|note=\n}}\nWords.\n")
                .Only().Fields));

    [Theory]
    [InlineData("<pre>\nas it stands\n</pre>\nWords\n", "as it stands")]
    [InlineData("{{main|Herons}}\nWords of {{lang|en|reed}}\n", "Words of en reed")]
    [InlineData("[[File:a.png|thumb|A heron]] waits\n", "A heron waits")]
    [InlineData("__TOC__\nWords\n", "Words")]
    public void Read_OtherMarkup_KeepsItsText(string text, string kept)
    {
        var body = Read.File("a.mediawiki", text).Only().Body!.Text;

        Assert.Contains(kept, body, StringComparison.Ordinal);
        Assert.DoesNotContain("TOC", body, StringComparison.Ordinal);
    }
}
