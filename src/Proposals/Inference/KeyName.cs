using ProposalSearch.Analysis.Forms;

namespace ProposalSearch.Proposals.Inference;

/// <summary>
/// The name of a key as hints are looked up for it: <c>amountRequested</c>, <c>Amount requested (USD) *</c> and <c>amount_requested</c> are one name; accents are
/// taken off, so that <c>Bénéficiaire</c> is <c>beneficiaire</c>, and what tables put between the levels of a name is a blank: <c>Recipient Org:Name</c>.
/// </summary>
internal static class KeyName
{
    /// <summary>The name.</summary>
    public static string Of(string key)
    {
        var bare = Wording.WithoutRemark(Wording.Words(key));
        var name = Wording.Normalize(Folding.Of(bare.Length > 0 ? bare : key).Replace(':', ' ').Replace('.', ' ').Replace('/', ' '));
        return name.StartsWith("your ", StringComparison.Ordinal) ? name["your ".Length..] : name;
    }

    /// <summary>What keys that are one are alike in: case, the signs between words, and how a program writes names of several words.</summary>
    public static string Same(string key) => Wording.Normalize(Wording.Words(key));

    /// <summary>The name with its last word in the singular: <c>authors</c> is <c>author</c>, <c>categories</c> is <c>category</c>.</summary>
    public static string Singular(string name)
        => name.Length < 4 || name.EndsWith("ss", StringComparison.Ordinal) || name.EndsWith("us", StringComparison.Ordinal) || name.EndsWith("is", StringComparison.Ordinal) ? name
            : name.EndsWith("ies", StringComparison.Ordinal) ? name[..^3] + "y"
            : name.EndsWith('s') ? name[..^1]
            : name;

    /// <summary>The words of a name, without those of the keys that it is below.</summary>
    public static string[] Words(string name) => Wording.Own(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
