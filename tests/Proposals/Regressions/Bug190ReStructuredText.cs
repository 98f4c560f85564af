using ProposalSearch.Proposals.Tests.Sources;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Archives in reStructuredText, as of Python and Django, were passed over without a word.</summary>
public sealed class Bug190ReStructuredText
{
    [Fact]
    public void Run_HeaderLines_AreKeysAndSectionsAnswers()
    {
        var proposal = TemporaryArchive.Of(
            "pond-0007.rst",
            """
            POND: 7
            Title: Boxes for
               herons
            Status: Open
            Created: 2019-03-14


            Motivation
            ==========

            Herons wait by the ``reed`` bed, see `the count <https://x.org/count>`_
            and :pond:`3`.

            Plan
            ====

            First::

                box = reed()

            .. note:: Mind the nest.

            .. image:: a.png
               :width: 300

            .. A remark that nobody reads.

            Steps
            -----

            #. Cut reeds
            #. Bind them in steps

            """);

        Assert.Equal(("Boxes for herons", 2019), (proposal.Title, proposal.Year));
        Assert.Equal(
            ["Created", "Motivation", "Plan", "Plan › Steps"],
            proposal.Answers.Select(static answer => answer.Question).Where(static question => question is not ("POND" or "Status")));
        Assert.Contains(proposal.Answers, static answer => answer.Text == "Herons wait by the reed bed, see the count and 3.");
        Assert.Contains(proposal.Answers, static answer => answer.Text == "First:\n\nbox = reed()\n\nMind the nest.");
        Assert.Contains(proposal.Answers, static answer => answer.Text == "• Cut reeds\n• Bind them in steps");
    }

    [Fact]
    public void Run_TheOnlyHeadingBelowAFieldForTheTitle_IsNoTitle()
    {
        var proposal = TemporaryArchive.Of("a.rst", "Key: 1\nTitle: Pond\n\nAbstract\n========\n\nHerons wait.\n");

        Assert.Equal("Pond", proposal.Title);
        Assert.Contains(new Answer("Abstract", "summary", "Herons wait."), proposal.Answers);
    }

    [Fact]
    public void Read_FieldsBelowATitle_AreKeys()
    {
        const string Text = """
            ===============
            Boxes for herons
            ===============

            :Author: Ann Lee,
               Bo Marsh
            :Status: Open

            Words of :a: box.
            """;
        var record = Read.File("a.rst", Text).Only();

        Assert.Equal("{5:Author=Ann Lee, Bo Marsh ; 7:Status=Open}", Read.Show(record.Fields));
        Assert.Contains("# Boxes for herons", record.Body!.Text, StringComparison.Ordinal);
        Assert.Contains("Words of :a: box.", record.Body.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Key: one\nOther: two\nnot a field\n\nText\n", "Key: one\nOther: two\nnot a field")]
    [InlineData("Words\n\n+-----+-----+\n| one | two |\n+=====+=====+\n| a   | b   |\n+-----+-----+\n", "| one | two |\n| a   | b   |")]
    [InlineData("Words\n\n====  ====\none   two\n====  ====\na     b\n====  ====\n", "one   two\na     b")]
    [InlineData(".. [1] Counted in April.\n.. _x: https://x.org\n", "[1] Counted in April.")]
    [InlineData(".. code-block:: python\n   :linenos:\n\n   box()\n", "box()")]
    [InlineData(".. warning::\n\n   Mind the nest.\n", "Mind the nest.")]
    [InlineData("..\n   hidden words\n\nSeen\n", "Seen")]
    public void Read_OtherMarkup_KeepsItsText(string text, string kept)
    {
        var record = Read.File("a.rst", text).Only();

        Assert.Contains(kept, record.Body!.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", record.Body.Text, StringComparison.Ordinal);
        Assert.Empty(record.Fields.Entries);
    }

    [Theory]
    [InlineData(":Title: Pond\n:Published: no\n\nWords.\n")]
    [InlineData("Title: Pond\nPublished: no\n\nWords.\n")]
    [InlineData("---\ntitle: Pond\npublished: false\n---\n\nWords.\n")]
    [InlineData("Pond\n====\n\n:draft: true\n\nWords.\n")]
    public void Run_ADraft_IsNotServed(string text)
    {
        using var archive = new TemporaryArchive().Write("a.rst", text).Write("b.md", "---\ntitle: B\n---\n");

        Assert.Equal("B", Assert.Single(archive.Run().Index.Added).Title);
    }

    [Fact]
    public void Read_FrontMatterAndFields_AreBothKeys()
        => Assert.Equal(
            "{2:title=Pond ; 4:Author=Ann}", Read.Show(Read.File("a.rst", "---\ntitle: Pond\n---\n:Author: Ann\n\nOn.\n").Only().Fields));
}
