using System.Diagnostics;
using ProposalSearch.Proposals.Mapping;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Mapping;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("<p>One &amp; two</p><p>three<br/>four</p>", "One & two\n\nthree\nfour")]
    [InlineData("<ul><li>a</li><li class=\"x\">b</li></ul>", "• a\n• b")]
    [InlineData("A <strong>big</strong> <a href='http://x.org/?a=1&b=2'>link</a>", "A big link")]
    [InlineData("R&amp;D&nbsp;x &rsquo;s &#8217;", "R&D x ’s ’")]
    [InlineData("<P>UP</P> <BR>x", "UP\n\nx")]
    [InlineData("a<!-- hidden -->b<br>", "ab")]
    [InlineData("<p>x<script>alert(1)</script>y<style>p{}</style></p>", "xy")]
    [InlineData("<p title='a > b'>x</p> 5 < 7 &amp; y", "x\n\n 5 < 7 & y")]
    [InlineData("<b>I</b> </3 <insert name> and <?php x ?>", "I </3 <insert name> and <?php x ?>")]
    [InlineData("<i>x</i> a <b without end", "x a <b without end")]
    [InlineData("<table><tr><td>a<td>b<tr><td>c</table>", "a b\n c")]
    [InlineData("<p>&lt;b&gt; and &frac34; &check</p>", "<b> and ¾ &check")]
    [InlineData("<p><a href=\"x>link</a> more <b class=\"y\">z</b></p>", "<a href=\"x>link</a> more <b class=\"y\">z")]
    public void Clean_Html_IsItsText(string html, string text) => Assert.Equal(text, AnswerText.Clean(html));

    [Theory]
    [InlineData("5 < 7 and 8 > 6")]
    [InlineData("<insert name here>")]
    [InlineData("<arts and music>")]
    [InlineData("AT&T; A&B")]
    [InlineData("<pThird")]
    [InlineData("x <http://x.org> y")]
    [InlineData("a <p without end")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror")]
    public void Clean_WhatIsNoHtml_StaysAsItIs(string text) => Assert.Equal(text, AnswerText.Clean(text));

    [Theory]
    [InlineData("<p><script>")]
    [InlineData("<p><!--")]
    [InlineData("<p><style><b>")]
    [InlineData("<a ")]
    [InlineData("&amp")]
    public void Clean_WhatIsNeverClosed_TakesLinearTime(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 60_000));
        var watch = Stopwatch.StartNew();
        AnswerText.Clean(text);

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 8);
    }
}
