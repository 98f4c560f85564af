using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Wire;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Wire;

public sealed class WireJsonTests
{
    [Fact]
    public void Write_WholeAnswer_IsWhatTheSerializerWrites()
        => Assert.Equal(Serialized(WireJson.Wire.SearchAnswer), Written(WireJson.Wire.SearchAnswer));

    [Fact]
    public void Write_AnswerWithChosenFields_IsWhatTheSerializerWrites()
    {
        var written = Written(HitFields.SearchAnswer);

        Assert.Equal(Serialized(HitFields.SearchAnswer), written);
        Assert.Contains("\"title\"", written, StringComparison.Ordinal);
        Assert.DoesNotContain("organization", written, StringComparison.Ordinal);
    }

    private static string Serialized(JsonTypeInfo<SearchAnswer> type) =>
        JsonSerializer.Serialize(Answer(type != WireJson.Wire.SearchAnswer), type);

    private static string Written(JsonTypeInfo<SearchAnswer> type)
    {
        var target = new ArrayBufferWriter<byte>();
        WireJson.Write(target, Answer(type != WireJson.Wire.SearchAnswer), type);
        return Encoding.UTF8.GetString(target.WrittenSpan);
    }

    /// <summary>An answer with each member once there and once not, and letters that JSON or HTML escapes, or of any script.</summary>
    private static SearchAnswer Answer(bool hasChoice)
    {
        const string Odd = "a \"b\" \\ / < > & ' + \n\t\u0001 “é” 表\ud83c\udf31 \u2028 \u007f";
        string[]? fields = hasChoice ? ["title", "snippets.html"] : null;
        string[]? parts = hasChoice ? ["query.text", "links.next", "facets"] : null;
        var snippet = new SnippetAnswer(Odd, null, "/u#1", Odd, Odd, [new TextSpan(1, 2), new TextSpan(5, 1)]) { Fields = fields };
        var facets = new Dictionary<string, IReadOnlyList<string>> { ["year"] = ["2013", Odd], ["none"] = [] };
        var explanation = new ScoreExplanation(1.5, Odd, [new ScoreExplanation(0.1, "part", [])]);
        var full = new HitAnswer(
            "2013/a", "/u", Odd, Odd, "s", "o", 2013, "i", 4.03982400894165, facets, [snippet], true, [Odd], "f.md", explanation)
        {
            Fields = fields,
        };
        var none = new Dictionary<string, IReadOnlyList<string>>();
        var bare = new HitAnswer("b", "/b", "t", "t", null, null, null, null, 0, none, [], false, [], "b", null)
        {
            Fields = fields,
        };
        var query = new QueryAnswer(Odd, "x", [Odd], "c", ["d"], [], [new SynonymsOfWord("w", ["v"])], ["m"], true) { Parts = parts };
        return new SearchAnswer(
            query, 3, 4, 5, null, 10, [new BestBetAnswer(Odd, null, [bare])], [full, bare],
            [new FacetAnswer("f", Odd, "text", [new FacetValueAnswer(Odd, "l", 7, true, new FacetLinks(null, "/r"))], 1, false, null, 2)],
            [new SuggestedFilterAnswer("f", "l", Odd, "t", 3, "/s")], null, [Odd], 1.25,
            new IndexAnswer("b", new DateTimeOffset(2026, 11, 28, 19, 10, 27, 642, TimeSpan.FromHours(2)), 2),
            new SearchLinks("/self", null, "/prev", "/csv", "/ndjson", null) { Parts = parts })
        {
            Parts = parts,
        };
    }
}
