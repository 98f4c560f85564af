using System.Text;

namespace ProposalSearch.Proposals;

/// <summary>
/// A builder for texts that a thread makes one after the other, so that each costs only itself: the builder's own memory would be as much
/// again. Who takes it gives it back by <see cref="Finish"/>; until then somebody else on the same thread gets another one.
/// </summary>
internal static class ReusedBuilder
{
    /// <summary>A builder that grew longer than this, in characters, is not kept.</summary>
    private const int LongestKept = 64 * 1024;

    private static readonly ThreadLocal<StringBuilder?> Kept = new();

    /// <summary>An empty builder with room for some characters.</summary>
    public static StringBuilder Take(int length)
    {
        var builder = Kept.Value;
        Kept.Value = null;
        return builder?.Capacity >= length ? builder.Clear() : new StringBuilder(Math.Max(length, Math.Min(length * 2, LongestKept)));
    }

    /// <summary>The text, and the builder is given back.</summary>
    public static string Finish(StringBuilder builder)
    {
        var text = builder.ToString();
        if (builder.Capacity <= LongestKept)
        {
            Kept.Value = builder;
        }

        return text;
    }
}
