using System.Text.Json;

namespace ProposalSearch.Compare.Agreement;

/// <summary>A line of LuceneSearch.</summary>
/// <param name="Error">What went wrong instead, or <see langword="null"/>.</param>
/// <param name="Total">How many documents match.</param>
/// <param name="Hits">The best of them, best first.</param>
internal sealed record Answer(string? Error, long Total, IReadOnlyList<Hit> Hits)
{
    /// <summary>Reads a line's object.</summary>
    public static Answer Read(JsonElement line)
    {
        if (line.TryGetProperty("error", out var error))
        {
            return new Answer(error.GetString(), 0, []);
        }

        var hits = line.GetProperty("hits").EnumerateArray()
            .Select(hit => new Hit(hit.GetProperty("id").GetString()!, hit.GetProperty("score").GetSingle()));
        return new Answer(null, line.GetProperty("total").GetInt64(), [.. hits]);
    }
}

/// <summary>A document found.</summary>
internal readonly record struct Hit(string Id, float Score);
