using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Proposals;

/// <summary>
/// What is found too where somebody types a word, or several side by side. Each is written as in a query: words stand for all their forms,
/// and in quotes for themselves alone.
/// </summary>
/// <param name="Typed">What somebody types, such as <c>older adults</c> or <c>"seniors"</c>.</param>
/// <param name="Also">What is found too.</param>
public sealed record WordSynonyms(string Typed, IReadOnlyList<string> Also)
{
    /// <summary>Those that every archive has whose schema does not switch them off, in a language; none for most.</summary>
    /// <param name="code">The code of the language, such as <c>en</c>.</param>
    public static IReadOnlyList<WordSynonyms> BuiltIn(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return SchemaFile.BuiltIn().Synonyms.Of(code);
    }
}
