using System.Text.RegularExpressions;

namespace ProposalSearch.SearchHost.Logging;

/// <summary>
/// Tells whether two messages say the same, though the files that they name are numbered: a try that fails again fails at files of new
/// numbers.
/// </summary>
internal static partial class SameMessage
{
    /// <summary>Whether they say the same.</summary>
    public static bool Is(string? one, string? other) => (one is null) == (other is null) && KindOf(one ?? "") == KindOf(other ?? "");

    /// <summary>
    /// The message without what differs from try to try: numbers, the letter before and the ending behind one, as in <c>t12.run</c>, and
    /// random names.
    /// </summary>
    public static string KindOf(string message) => Numbered().Replace(message, "#");

    [GeneratedRegex(@"\b(?:[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}|[a-z]?\d+(?:[.,]\d+)*(?:\.[a-z]+)?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Numbered();
}
