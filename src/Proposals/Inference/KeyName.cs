using ProposalSearch.Analysis.Forms;

namespace ProposalSearch.Proposals.Inference;

/// <summary>
/// The name of a key as hints are looked up for it: <c>amountRequested</c>, <c>Amount requested (USD) *</c> and <c>amount_requested</c> are
/// one name; accents are taken off, so that <c>Bénéficiaire</c> is <c>beneficiaire</c>, and what tables put between the levels of a name is
/// a blank: <c>Recipient Org:Name</c>.
/// </summary>
internal static class KeyName
{
    public static string Of(string key)
    {
        var bare = Wording.WithoutRemark(Wording.Words(key));
        var name = Wording.Normalize(Folding.Of(bare.Length > 0 ? bare : key).Replace(':', ' ').Replace('.', ' ').Replace('/', ' '));
        return name.StartsWith("your ", StringComparison.Ordinal) ? name["your ".Length..] : name;
    }

    /// <summary>A key without case and without the signs between its words: equal for keys that people take for one.</summary>
    public static string Same(string key) => Wording.Normalize(Wording.Words(key));

    /// <summary>The name with its last word in the singular: <c>author</c> for <c>authors</c>, <c>city</c> for <c>cities</c>.</summary>
    public static string Singular(string name) => name switch
    {
        { Length: < 4 } or [.., 's' or 'u' or 'i', 's'] => name,
        [.., 'i', 'e', 's'] => name[..^3] + "y",
        [.., 's'] => name[..^1],
        _ => name,
    };

    /// <summary>The words of a name, without those of the keys that it is below.</summary>
    public static string[] Words(string name) => Wording.Own(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
