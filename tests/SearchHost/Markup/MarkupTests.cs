using ProposalSearch.Search;
using ProposalSearch.SearchHost.Markup;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Markup;

public sealed class MarkupTests
{
    [Fact]
    public void Of_LongMarkup_StaysInPiecesInTheirOrder()
    {
        var random = new Random(1);
        var texts = Enumerable.Range(0, 200).Select(at => new string((char)('a' + (at % 26)), random.Next(6_000))).ToList();
        var list = Html.Of($"<ul>{texts.Select(text => Html.Of($"<li>{text}</li>"))}</ul>");
        var page = Html.Of($"<main>{list}</main>{Html.Join([list, Html.None, list])}");
        var expected = "<ul>" + string.Concat(texts.Select(text => $"<li>{text}</li>")) + "</ul>";

        Assert.Equal($"<main>{expected}</main>{expected}{expected}", page.ToString());
        Assert.Equal(page.ToString(), string.Concat(page.Pieces));
        Assert.True(page.Pieces.Max(piece => piece.Length) < 20_000);
    }

    [Fact]
    public void Of_Holes_AreEncodedAndTemplatesAreNot()
    {
        const string text = "<b a=\"1\" c='2'>&";

        Assert.Equal(
            "<p title=\"&lt;b a=&quot;1&quot; c=&#x27;2&#x27;&gt;&amp;\">&lt;b a=&quot;1&quot; c=&#x27;2&#x27;&gt;&amp;</p>",
            Html.Of($"<p title=\"{text}\">{text}</p>").ToString());
        Assert.Equal("<i>1,234</i><i>x</i>", Html.Of($"<i>{1234:N0}</i>{Html.Of($"<i>{"x"}</i>")}").ToString());
        Assert.Equal(
            "<i>a</i><i>b</i>",
            Html.Of($"{new[] { "a", "b" }.Select(one => Html.Of($"<i>{one}</i>"))}{(string?)null}{Html.None}").ToString());
    }

    [Theory]
    [InlineData("a <b> c", 2, 3, "a <mark>&lt;b&gt;</mark> c")]
    [InlineData("a & b", 0, 5, "<mark>a &amp; b</mark>")]
    [InlineData("short", 3, 9, "short")]
    [InlineData("short", -1, 2, "short")]
    [InlineData("short", 5, 1, "short")]
    [InlineData("short", 1, 0, "short")]
    [InlineData("short", 1, int.MaxValue, "short")]
    public void Mark_Text_IsEscapedFirst(string text, int start, int length, string marked)
    {
        Assert.Equal(marked, Marking.Mark(text, [new TextSpan(start, length)], MarkTags.Default));
    }

    [Fact]
    public void Mark_OverlappingMatches_MarksTheFirst()
    {
        Assert.Equal("<mark>abc</mark>def", Marking.Mark("abcdef", [new TextSpan(0, 3), new TextSpan(2, 3)], MarkTags.Default));
    }

    [Fact]
    public void Mark_RandomTextAndMatches_KeepsTheTextAndNestsNothing()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var text = new string([.. Enumerable.Range(0, random.Next(40)).Select(_ => "ab<>&\"' 🙂é"[random.Next(11)])]);
            var matches = Enumerable.Range(0, random.Next(6)).Select(_ => new TextSpan(random.Next(-2, 42), random.Next(0, 8)))
                .OrderBy(match => match.Start).ToList();
            var marked = Marking.Mark(text, matches, MarkTags.Default);
            var plain =
                System.Net.WebUtility.HtmlDecode(
                    marked.Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal));

            Assert.True(WellFormed(text) == plain, $"seed {seed}: {marked}");
            Assert.DoesNotMatch("<mark>[^/]*<mark>", marked);
        }
    }

    [Fact]
    public void Mark_LongText_EncodesItAsAWhole()
    {
        const string letters = "abcdefgh<>&\"'+ \r\n🙂é表\u0001";
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var text = new string([.. Enumerable.Range(0, random.Next(2_000)).Select(_ => letters[random.Next(letters.Length)])]);
            var (start, length) = (random.Next(text.Length + 1), random.Next(600));
            var isMarked = length > 0 && start + length <= text.Length && !IsWithinPair(text, start) && !IsWithinPair(text, start + length);
            var expected = !isMarked ? Encoded(text)
                : $"{Encoded(text[..start])}<mark>{Encoded(text.Substring(start, length))}</mark>{Encoded(text[(start + length)..])}";

            Assert.Equal(expected, Marking.Mark(text, [new TextSpan(start, length)], MarkTags.Default));
        }

        static string Encoded(string text) => Html.Encoder.Encode(text).Replace("&#xA;", "\n", StringComparison.Ordinal);

        static bool IsWithinPair(string text, int at) => at > 0 && at < text.Length && char.IsSurrogatePair(text[at - 1], text[at]);
    }

    [Theory]
    [InlineData("<mark>", null, "</mark>")]
    [InlineData("<em class=\"hit one_two\">", "</em>", "</em>")]
    [InlineData("<span class=\"a\" data-kind=\"b\">", null, "</span>")]
    public void TryParse_PlainElement_Passes(string before, string? after, string expected)
    {
        Assert.Equal(new MarkTags(before, expected), MarkTags.TryParse(before, after));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("<>", null)]
    [InlineData("**", "**")]
    [InlineData("<script>", "</script>")]
    [InlineData("<mark", null)]
    [InlineData("<mark><b>", null)]
    [InlineData("<mark >", null)]
    [InlineData("<MARK>", null)]
    [InlineData("<mark/>", null)]
    [InlineData("<mark onclick=\"x\">", null)]
    [InlineData("<mark style=\"x\">", null)]
    [InlineData("<mark class=x>", null)]
    [InlineData("<mark class='x'>", null)]
    [InlineData("<mark class=\"x\"onclick=\"y\">", null)]
    [InlineData("<mark class=\"x\" >", null)]
    [InlineData("<mark class=\"&quot;\">", null)]
    [InlineData("<mark class=\"a\"><script x=\"\">", null)]
    [InlineData("<mark data-=\"x\">", null)]
    [InlineData("<mark>", "</em>")]
    [InlineData("<mark>", "</mark><script>")]
    public void TryParse_AnythingElse_DoesNotPass(string before, string? after)
    {
        Assert.Null(MarkTags.TryParse(before, after));
    }

    private static string WellFormed(string text) => System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text));
}
