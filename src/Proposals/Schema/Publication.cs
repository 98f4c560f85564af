namespace ProposalSearch.Proposals.Schema;

/// <summary>
/// What the value of a key says of whether a proposal is served. Keys that say yes or no decide in any archive (<c>published: no</c>,
/// <c>draft: true</c>). Others do so only where the schema names the key, since a <c>status: Draft</c> is a sign of a draft in one
/// archive and in another what a proposal that everybody may read is called for years.
/// </summary>
internal static class Publication
{
    /// <summary>What archives write behind keys such as <c>visibility</c>.</summary>
    public static IReadOnlyList<KeyPattern> UsualWords { get; } = Patterns(
        "draft", "in draft", "unpublished", "not published", "private", "hidden", "unlisted", "embargoed", "trash");

    /// <summary>
    /// Whether a text under a key that says yes or no lets the proposal be served; <see langword="null"/> where it says neither, or the
    /// key is another.
    /// </summary>
    /// <param name="role">What the key is.</param>
    /// <param name="text">The text.</param>
    public static bool? IsServed(FieldRole? role, string text) => role switch
    {
        FieldRole.Published => Truth.Of(text) ?? (IsAmong(UsualWords, text) ? false : null),
        FieldRole.Draft => Truth.Of(text) is { } isDraft ? !isDraft : IsAmong(UsualWords, text) ? false : null,
        _ => null,
    };

    private static KeyPattern[] Patterns(params string[] words) => Array.ConvertAll(words, static word => new KeyPattern(word));

    /// <summary>Whether a text is one of the values.</summary>
    public static bool IsAmong(IReadOnlyList<KeyPattern> values, string text)
        => values.Count > 0 && Wording.Normalize(text) is var normalized && values.Any(value => value.Matches(normalized));

    /// <summary>Whether a text could say so under any key: a quick look before the key is looked up.</summary>
    public static bool MaySaySo(string text, IReadOnlyList<UnpublishedRule> rules)
        => Truth.Of(text) is not null || IsAmong(UsualWords, text) || rules.Any(rule => IsAmong(rule.Values, text));
}
