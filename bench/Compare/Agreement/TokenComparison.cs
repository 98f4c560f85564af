using System.Text.Json;

namespace ProposalSearch.Compare.Agreement;

/// <summary>Whether two analyses of a text gave the same tokens: terms, positions and offsets.</summary>
internal static class TokenComparison
{
    private static readonly string[] Numbers = ["position", "startOffset", "endOffset"];

    /// <summary>The first difference; <see langword="null"/> if there is none.</summary>
    public static string? Difference(JsonElement ours, JsonElement theirs)
    {
        int count = Math.Min(ours.GetArrayLength(), theirs.GetArrayLength());
        for (int i = 0; i < count; i++)
        {
            if (!Same(ours[i], theirs[i]))
            {
                return FormattableString.Invariant($"token: number {i + 1}: ours {ours[i]}, theirs {theirs[i]}");
            }
        }

        return ours.GetArrayLength() == theirs.GetArrayLength()
            ? null
            : FormattableString.Invariant($"count: ours {ours.GetArrayLength()} tokens, theirs {theirs.GetArrayLength()}");
    }

    private static bool Same(JsonElement own, JsonElement other) =>
        own.GetProperty("term").GetString() == other.GetProperty("term").GetString()
        && Numbers.All(name => own.GetProperty(name).GetInt32() == other.GetProperty(name).GetInt32());
}
