namespace ProposalSearch.Proposals.Inference;

/// <summary>
/// Keys that are one to people. Files of one archive spell a key in several ways, <c>amount_requested</c> and <c>amountRequested</c>, and
/// say <c>speaker</c> where there is one and <c>speakers</c> where there are several. A file that has both means two things.
/// </summary>
internal static class KeyGroups
{
    /// <summary>The keys, those that are one merged under the one that most files have.</summary>
    /// <param name="keys">All keys that the schema does not know.</param>
    /// <param name="records">How many proposals there are.</param>
    public static IReadOnlyList<KeyValues> Of(IReadOnlyCollection<KeyValues> keys, int records)
    {
        var spelled = keys.GroupBy(static key => KeyName.Same(key.Key), StringComparer.Ordinal).Select(static group => Merge(group));
        return
        [
            .. spelled
                .GroupBy(static key => KeyName.Singular(KeyName.Same(key.Key)), StringComparer.Ordinal)
                .SelectMany(group => group.Sum(static key => key.Files) <= records ? [Merge(group)] : group.AsEnumerable())
                .OrderBy(static key => key.Key, StringComparer.Ordinal),
        ];
    }

    private static KeyValues Merge(IEnumerable<KeyValues> alike)
        => KeyValues.Merge([.. alike.OrderByDescending(static key => key.Files).ThenBy(static key => key.Key, StringComparer.Ordinal)]);
}
