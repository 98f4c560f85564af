namespace ProposalSearch.Retrieval.Results;

/// <summary>A document with what decides its place among the hits.</summary>
/// <param name="Key">The sort key; smaller is better. The same for all where the order is by score.</param>
/// <param name="Score">The score; greater is better where keys are equal.</param>
/// <param name="Document">The document among all of the index; smaller is better where scores are equal too.</param>
public readonly record struct RankedDocument(long Key, float Score, int Document) : IComparable<RankedDocument>
{
    /// <summary>Negative where this one comes before the other.</summary>
    public int CompareTo(RankedDocument other) =>
        Key != other.Key ? Key.CompareTo(other.Key)
        : Score != other.Score ? other.Score.CompareTo(Score)
        : Document.CompareTo(other.Document);

    /// <summary>Whether this one comes before the other.</summary>
    public static bool operator <(RankedDocument left, RankedDocument right) => left.CompareTo(right) < 0;

    /// <summary>Whether this one comes after the other.</summary>
    public static bool operator >(RankedDocument left, RankedDocument right) => left.CompareTo(right) > 0;

    /// <summary>Whether this one does not come after the other.</summary>
    public static bool operator <=(RankedDocument left, RankedDocument right) => left.CompareTo(right) <= 0;

    /// <summary>Whether this one does not come before the other.</summary>
    public static bool operator >=(RankedDocument left, RankedDocument right) => left.CompareTo(right) >= 0;
}
