using ProposalSearch.Proposals.Mapping;
using ProposalSearch.Proposals.Sources;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>What stands above a table of contents stayed a text, and was the title where it was a heading.</summary>
public sealed class Bug701WhatStandsAboveATableOfContents
{
    [Theory]
    [InlineData("**Table of Contents**\n\n- [Need](#need)\n- [Plan](#plan)\n\n")]
    [InlineData("Table of contents:\n\n1. [Need](#need)\n2. [Plan](#plan)\n\n")]
    [InlineData("Inhaltsverzeichnis\n\n* [Need](#need)\n* [Plan](#plan)\n\n")]
    [InlineData("## Índice\n\n* [Need](#need)\n* [Plan](#plan)\n\n---\n\n")]
    public void Of_ItsName_IsNoText(string contents)
    {
        var sections = Markdown(contents + "## Need\n\nReeds.\n\n## Plan\n\nDig.\n").Sections;

        Assert.Equal([new BodySection("Need", "Reeds."), new BodySection("Plan", "Dig.")], sections);
    }

    [Theory]
    [InlineData("We dig ponds.\n\n- [Need](#need)\n- [Plan](#plan)\n\n## Need\n\nReeds.\n", "We dig ponds.")]
    [InlineData("Contents\n\n- a box of reed\n- a net\n\n## Need\n\nReeds.\n", "Contents\n\n• a box of reed\n• a net")]
    public void Of_AnotherText_Stays(string text, string first) => Assert.Equal(first, Markdown(text).Sections[0].Text);

    [Fact]
    public void Run_AHeadingAboveIt_IsNoTitle()
        => Assert.Equal(
            "Reeds of the pond",
            TemporaryArchive.Of("reeds-of-the-pond.md", "# Table of Contents\n\n1. Need\n2. Plan\n\n## Need\n\nReeds.\n").Title);

    private static BodySections Markdown(string text) => BodySections.Of(new SourceBody(text, SourceMarkup.Markdown));
}
