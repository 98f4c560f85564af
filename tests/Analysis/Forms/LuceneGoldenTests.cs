using System.Globalization;
using System.Text.RegularExpressions;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Analysis.Tests.Forms;

/// <summary>
/// What Lucene made of our texts, kept in files, so that no Java is needed. Where the two part on purpose,
/// <see cref="DifferencesFromLucene"/> says how and why.
/// </summary>
public sealed partial class LuceneGoldenTests
{
    private static readonly TermNormalizer AsLucene = new(new AnalysisOptions { FoldAccents = false });

    [Fact]
    public void Stemmed_TextsOfTheGoldenFile_GivesTheTokensOfLucene()
    {
        var lines = File.ReadAllLines(Golden("lucene-english.txt")).Where(line => line.StartsWith("> ", StringComparison.Ordinal)
            || line.StartsWith('=')).ToList();

        Assert.True(lines.Count >= 100, $"only {lines.Count} lines");
        foreach (var pair in lines.Chunk(2))
        {
            Assert.Equal(Tokens(pair[1]), Analyzer.Stemmed(Unescape(pair[0][2..]), AsLucene));
        }
    }

    [Fact]
    public void Stemmed_WordsOfTheGoldenFile_GivesTheStemsOfLucene()
    {
        var pairs = File.ReadAllLines(Golden("porter-stems.txt")).Where(line => !line.StartsWith('#'))
            .Select(line => line.Split(' ')).ToList();

        Assert.True(pairs.Count >= 400, $"only {pairs.Count} words");
        Assert.All(pairs, pair => Assert.Equal(pair[1], Assert.Single(Analyzer.Stemmed(pair[0], AsLucene)).Term));
    }

    private static string Golden(string name) => Path.Combine(Repository.Root, "tests", "Analysis", "Forms", "Golden", name);

    private static List<Token> Tokens(string line) =>
        [.. line[1..].Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(field => TokenPattern().Match(field)).Select(match => new Token(
            Unescape(match.Groups[1].Value), Number(match, 2), Number(match, 3), Number(match, 4)))];

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static string Unescape(string text)
    {
        var units = Escape().Replace(text, match =>
            ((char)int.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());
        return Repeat().Replace(units, match => new string(match.Groups[1].Value[0], Number(match, 2)));
    }

    [GeneratedRegex(@"^(.+)/(\d+)/(\d+)-(\d+)$")]
    private static partial Regex TokenPattern();

    [GeneratedRegex(@"\\u([0-9A-F]{4})")]
    private static partial Regex Escape();

    [GeneratedRegex(@"(.)\{(\d+)\}")]
    private static partial Regex Repeat();
}
