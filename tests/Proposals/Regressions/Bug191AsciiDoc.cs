using ProposalSearch.Proposals.Tests.Sources;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Archives in AsciiDoc were passed over without a word.</summary>
public sealed class Bug191AsciiDoc
{
    [Fact]
    public void Run_ADocument_HasItsTitleItsKeysAndItsSections()
    {
        var proposal = TemporaryArchive.Of(
            "a.adoc",
            """
            = Boxes for herons
            Ann Lee <ann@x.org>
            v1.2, 2019-03-14
            :status: Open
            :toc: left

            == Motivation

            Herons wait, see https://x.org/count[the count^] and <<plan,the plan>>. +
            They wait long.

            // A remark that nobody reads.
            [[plan]]
            == Plan

            [source,python]
            ----
            box = reed()
            ----

            * Cut reeds
            ** Dry ones
            . Bind them

            |===
            |Year |Boxes
            |2019 |7
            |===
            """);

        Assert.Equal(("Boxes for herons", 2019), (proposal.Title, proposal.Year));
        Assert.Contains(proposal.Answers, static answer => answer.Text == "Herons wait, see the count and the plan.\nThey wait long.");
        var plan = proposal.Answers.Single(static answer => answer.Question == "Plan").Text;
        Assert.Contains("box = reed()", plan, StringComparison.Ordinal);
        Assert.Contains("Dry ones", plan, StringComparison.Ordinal);
        Assert.Contains("2019 – 7", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("===", plan, StringComparison.Ordinal);
        Assert.DoesNotContain(proposal.Answers, static answer => answer.Text.Contains("nobody reads", StringComparison.Ordinal));
        Assert.DoesNotContain(proposal.Answers, static answer => answer.Question == "Toc");
    }

    [Theory]
    [InlineData("////\nhidden\n////\nSeen\n", "Seen")]
    [InlineData("Box:: A house of reeds\n", "Box: A house of reeds")]
    [InlineData("Press kbd:[Enter] by the image:a.png[pond]\n", "Press Enter by the pond")]
    [InlineData("....\nas it stands\n....\n", "as it stands")]
    [InlineData(".A caption\nWords\n", "A caption")]
    [InlineData("include::other.adoc[]\n\nWords\n", "Words")]
    public void Read_OtherMarkup_KeepsItsText(string text, string kept)
    {
        var body = Read.File("a.adoc", text).Only().Body!.Text;

        Assert.Contains(kept, body, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", body, StringComparison.Ordinal);
        Assert.DoesNotContain("include", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ADraft_IsNotServed()
    {
        using var archive = new TemporaryArchive()
            .Write("a.adoc", "= Pond\n:draft: true\n\nWords.\n").Write("b.md", "---\ntitle: B\n---\n");

        Assert.Equal("B", Assert.Single(archive.Run().Index.Added).Title);
    }
}
