using System.Text;
using System.Text.Json;
using ProposalSearch.Backends.OpenSearch.Cluster;
using ProposalSearch.Retrieval.Queries;

namespace ProposalSearch.Backends.OpenSearch.Queries;

/// <summary>Queries for tokens, whose score is how often a document has them.</summary>
internal static class TokenQueries
{
    /// <summary>Tokens that are asked for as alternatives of one query: a server takes 1,024.</summary>
    private const int MostAlternatives = 1_000;

    /// <summary>Characters of these.</summary>
    private const int MostCharacters = 1_000_000;

    /// <summary>Values of one query of values: a server takes 65,536.</summary>
    private const int MostValues = 60_000;

    /// <summary>How many queries without parts <see cref="WriteAny"/> writes.</summary>
    public static int LeavesOf(IReadOnlyList<string> tokens) => Parts(tokens).Count();

    /// <summary>Any of some tokens; frequencies add up.</summary>
    public static void WriteAny(Utf8JsonWriter writer, IReadOnlyList<string> tokens)
    {
        string[][] parts = [.. Parts(tokens)];
        writer.WriteStartObject();
        if (parts.Length == 1)
        {
            WriteMatch(writer, parts[0]);
        }
        else
        {
            writer.Member("bool", any =>
            {
                any.WriteStartArray("should");
                foreach (string[] part in parts)
                {
                    any.WriteStartObject();
                    WriteMatch(any, part);
                    any.WriteEndObject();
                }

                any.WriteEndArray();
            });
        }

        writer.WriteEndObject();
    }

    /// <summary>A phrase, wherever it may stand, each place with what it counts.</summary>
    /// <param name="writer">Is written to.</param>
    /// <param name="query">The phrase, of two terms at least.</param>
    /// <param name="slop">Moves that a match may need.</param>
    /// <param name="places">A label, or <see langword="null"/> for anywhere, and how much a match there counts.</param>
    public static void WritePhrase(Utf8JsonWriter writer, PhraseQuery query, int slop, IReadOnlyList<(int? Label, int Weight)> places)
    {
        writer.WriteStartObject();
        writer.Member("bool", any =>
        {
            any.WriteStartArray("should");
            foreach (var (label, weight) in places)
            {
                any.WriteStartObject();
                any.Member("match_phrase", match => match.Member(Fields.Places, phrase =>
                {
                    phrase.WriteString("query", Text(query, label));
                    phrase.WriteNumber("slop", slop);

                    // The server adds up the score of each of its terms.
                    phrase.WriteNumber("boost", weight / (float)query.Terms.Count);
                }));
                any.WriteEndObject();
            }

            any.WriteEndArray();
        });
        writer.WriteEndObject();
    }

    /// <summary>What has any of some values of a field.</summary>
    public static Clause Values(string field, IReadOnlyCollection<string> values) => BoolClause.Any(
    [
        .. values.Chunk(MostValues).Select(part => new LeafClause(
            writer => writer.Member("terms", terms => terms.Member(field, part)), 0)),
    ]);

    /// <summary>What has a field at all.</summary>
    public static LeafClause Existing(string field) =>
        new(writer => writer.Member("exists", exists => exists.WriteString("field", field)), 0);

    /// <summary>What matches, each with the same score.</summary>
    public static Clause Constant(Clause matching, float score) => matching is NoClause ? matching : new LeafClause(
        writer => writer.Member("constant_score", constant =>
        {
            constant.WritePropertyName("filter");
            matching.Write(constant);
            constant.WriteNumber("boost", score);
        }),
        score,
        matching.Leaves);

    private static void WriteMatch(Utf8JsonWriter writer, string[] tokens)
    {
        if (tokens.Length == 1)
        {
            writer.Member("term", term => term.WriteString(Fields.Terms, tokens[0]));
        }
        else
        {
            writer.Member("match", match => match.WriteString(Fields.Terms, string.Join(Fields.Apart, tokens)));
        }
    }

    private static IEnumerable<string[]> Parts(IReadOnlyList<string> tokens)
    {
        int from = 0, characters = 0;
        for (int at = 0; at < tokens.Count; at++)
        {
            if (at - from == MostAlternatives || characters > MostCharacters)
            {
                yield return [.. tokens.Skip(from).Take(at - from)];
                (from, characters) = (at, 0);
            }

            characters += tokens[at].Length + 1;
        }

        yield return [.. tokens.Skip(from)];
    }

    private static string Text(PhraseQuery query, int? label)
    {
        var text = new StringBuilder();
        int next = query.Terms[0].Position;
        foreach (var term in query.Terms)
        {
            for (; next < term.Position; next++)
            {
                text.Append(Fields.AnyWord + " ");
            }

            text.Append(label is { } known ? Fields.Token(query.Form, term.Term, known) : Fields.Token(query.Form, term.Term)).Append(' ');
            next = term.Position + 1;
        }

        return text.ToString();
    }
}
