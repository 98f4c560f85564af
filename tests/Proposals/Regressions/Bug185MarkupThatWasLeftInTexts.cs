using ProposalSearch.Proposals.Mapping;
using ProposalSearch.Proposals.Sources;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Elements of HTML that few pages have, and what Word writes between them, were shown and searched as text.</summary>
public sealed class Bug185MarkupThatWasLeftInTexts
{
    [Theory]
    [InlineData("<p>Aim<o:p></o:p></p><p><![if !vml]>-<![endif]>In <st1:City>Bell</st1:City></p>", "Aim\n\n-In Bell")]
    [InlineData("<p><acronym title='x'>NGO</acronym> <dfn>term</dfn> <nobr>one two</nobr></p>", "NGO term one two")]
    [InlineData("<p><data value='3'>three</data> <bdi>x</bdi> <output>7</output> <meter>half</meter></p>", "three x 7 half")]
    [InlineData("<menu><li>a</li><li>b</li></menu><x-card>c</x-card>", "• a\n• bc")]
    [InlineData("<select><option>one</option><option>two</option></select>", "one\ntwo")]
    [InlineData("<p>x<?php echo 1 ?>y</p>", "xy")]
    [InlineData("<map name=m><area shape=rect></map><p>x</p><svg:rect/>", "x")]
    [InlineData("<p>Dear <insert name>, hello</p>", "Dear <insert name>, hello")]
    public void Of_APage_HasNoMarkupInItsText(string html, string text)
        => Assert.Equal(text, BodySections.Of(new SourceBody(html, SourceMarkup.Html)).Sections[0].Text);

    [Theory]
    [InlineData("<p>Aim<o:p></o:p> <w:sdt>x</w:sdt></p>", "Aim x")]
    [InlineData("Aim<o:p></o:p>", "Aim<o:p></o:p>")]
    [InlineData("<p>our <data> and <menu></p>", "our <data> and <menu>")]
    [InlineData("<p><?xml:namespace prefix = o />x</p>", "x")]
    public void Clean_AField_LosesTheMarkupOfWordButNotWords(string html, string text) => Assert.Equal(text, AnswerText.Clean(html));

    [Fact]
    public void Run_AnXhtmlPage_HasItsTitle()
        => Assert.Equal(
            "Harbour ramp",
            TemporaryArchive.Of("a.html", "<?xml version='1.0'?>\n<!DOCTYPE html>\n<html><h1>Harbour ramp</h1></html>").Title);
}
