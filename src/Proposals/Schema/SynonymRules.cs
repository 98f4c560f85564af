namespace ProposalSearch.Proposals.Schema;

/// <summary>What a schema says of words that mean the same in proposals.</summary>
/// <param name="Language">Code of the language that it is said of.</param>
/// <param name="Typed">What somebody types.</param>
/// <param name="Also">What is found too; none where the schema below is not to add any.</param>
internal sealed record SynonymRule(string Language, string Typed, IReadOnlyList<string> Also);

/// <summary>Synonyms of a schema, those of the schema on top first.</summary>
/// <param name="All">The rules.</param>
internal sealed record SynonymRules(IReadOnlyList<SynonymRule> All)
{
    /// <summary>No synonyms.</summary>
    public static SynonymRules None { get; } = new([]);

    /// <summary>These rules on top of others: what is typed and has none here has none.</summary>
    public SynonymRules Over(SynonymRules under)
    {
        var off = All.Where(static rule => rule.Also.Count == 0).Select(static rule => (rule.Language, rule.Typed)).ToHashSet();
        return new([.. All, .. under.All.Where(rule => !off.Contains((rule.Language, rule.Typed)))]);
    }

    /// <summary>The synonyms of a language, each typed text once.</summary>
    /// <param name="code">The code of the language; a rule for <c>pt</c> holds for <c>pt-BR</c> too.</param>
    public IReadOnlyList<WordSynonyms> Of(string code) =>
    [
        .. All.Where(rule => Covers(rule.Language, code))
            .GroupBy(static rule => rule.Typed, static rule => rule.Also, StringComparer.OrdinalIgnoreCase)
            .Select(static same => new WordSynonyms(same.Key, [.. same.SelectMany(static also => also).Distinct(StringComparer.Ordinal)]))
            .Where(static synonyms => synonyms.Also.Count > 0),
    ];

    private static bool Covers(string rule, string code) =>
        code.Equals(rule, StringComparison.OrdinalIgnoreCase) || code.StartsWith(rule + "-", StringComparison.OrdinalIgnoreCase);
}
