using System.Text.RegularExpressions;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Wording;

/// <summary>No template of a page holds words of its own: they would be in one language whatever the visitor reads.</summary>
public sealed partial class TemplateTests
{
    private static readonly string[] Files = [.. new[] { "Pages", "Box" }.SelectMany(room => Directory.GetFiles(
        Path.Combine(Repository.Root, "src", "SearchHost", room), "*.cs", SearchOption.AllDirectories))];

    // Attributes that people read or hear; all others are for browsers.
    private static readonly string[] Spoken = ["aria-label", "title", "placeholder", "alt", "content"];

    // Two names of classes in one text look like words; labels of the index are compared; names of settings and headers are code.
    private static readonly string[] NotShown =
        ["value on", "answer short", "answer own", "Summary", "Organization", "AllowedOrigins", "Cross-Origin-Resource-Policy"];

    [Fact]
    public void Templates_OfPages_HoldNoWords()
    {
        Assert.NotEmpty(Files);
        var found = Files.SelectMany(file => SourceTexts.Of(File.ReadAllText(file))
            .SelectMany(text => text.IsTemplate ? WordsOf(text.Content) : WordsOfPlain(text.Content))
            .Select(words => $"{Path.GetFileName(file)}: {words}")).ToList();

        Assert.True(found.Count == 0, "Words of pages belong into src/SearchHost/Wording:\n" + string.Join('\n', found));
    }

    [Theory]
    [InlineData("""Html.Of($"<p>Nothing</p>")""", "Nothing")]
    [InlineData("""Html.Of($"<p>{(x ? Html.Of($"none of them") : y)}</p>")""", "none of them")]
    [InlineData("""Html.Of($"<a title=\"Go on\" href=\"{address}\">{words.Say("a.b")}</a>")""", "Go on")]
    [InlineData("""const string A = "Best match";""", "Best match")]
    [InlineData("""throw new X($"no {what} here")""", "here")]
    public void Words_InSource_AreFound(string source, string words) => Assert.Contains(
        SourceTexts.Of(source).SelectMany(text => text.IsTemplate ? WordsOf(text.Content) : WordsOfPlain(text.Content)),
        found => found.Contains(words, StringComparison.Ordinal));

    [Theory]
    [InlineData("""Html.Of($"<p class=\"quiet\">{view.Words.Say("hits.missing")} · {year}</p>")""")]
    [InlineData("""string.Join(", ", words) + "q" + 'x' /* Some words. */ // More words.""")]
    [InlineData("""Number.ToString("N0") + @"\n" + "answer-" """)]
    public void Markup_InSource_IsNoWords(string source) => Assert.Empty(
        SourceTexts.Of(source).SelectMany(text => text.IsTemplate ? WordsOf(text.Content) : WordsOfPlain(text.Content)));

    /// <summary>The words of a template: text between its tags, and attributes that people read. Its holes are blanks.</summary>
    private static IEnumerable<string> WordsOf(string template)
    {
        var spoken = Attribute().Matches(template).Where(match => Spoken.Contains(match.Groups[1].Value))
            .Select(match => match.Groups[2].Value);
        return spoken.Append(Attribute().Replace(Tag().Replace(template, " "), " ")).Where(text => Word().IsMatch(text))
            .Where(text => !Technical().IsMatch(text)).Select(text => text.Trim());
    }

    /// <summary>Plain texts that begin like a sentence or have a blank between words; keys, names and formats do not.</summary>
    private static IEnumerable<string> WordsOfPlain(string text) => Sentence().IsMatch(text) && !NotShown.Contains(text) ? [text] : [];

    [GeneratedRegex("""([a-z-]+)="([^"]*)"?""")]
    private static partial Regex Attribute();

    [GeneratedRegex("<[^>]*>?")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\p{L}{2}")]
    private static partial Regex Word();

    // What is left of a template that is no text: addresses and identifiers of lower case, policies of the head.
    [GeneratedRegex("^ *(?:[a-z-]*[/#?=.&:;][a-zA-Z0-9/#?=.&:; _-]*|[a-z]+-|selected|checked|open"
        + "|width=device-width, initial-scale=1|light dark|noindex, follow) *$")]
    private static partial Regex Technical();

    [GeneratedRegex(@"^\p{Lu}\p{Ll}{2}|\p{L} \p{L}")]
    private static partial Regex Sentence();
}
