using ProposalSearch.Analysis.Forms;
using ProposalSearch.Proposals;
using ProposalSearch.Retrieval.Queries;

namespace ProposalSearch.Search.Storing;

/// <summary>
/// What a proposal is called: its title, its organization and its id, each in a form in which what somebody types is the same whatever its
/// case, accents, signs and blanks.
/// </summary>
internal static class ProposalNames
{
    /// <summary>The text column of these names.</summary>
    public const string Column = "#names";

    private static readonly TermNormalizer Normalizer = new(ProposalDocument.Settings.Analysis);

    /// <summary>The values of a proposal.</summary>
    public static IEnumerable<string> Of(Proposal proposal)
    {
        yield return Title(proposal.Title);
        yield return Verbatim(proposal.Title);
        yield return Id(proposal.Id);
        if (!string.IsNullOrWhiteSpace(proposal.Organization))
        {
            yield return Organization(proposal.Organization);
        }
    }

    /// <summary>A title as a value.</summary>
    public static string Title(string text) => "t " + Form(text, Normalizer);

    /// <summary>A title with its signs as a value: of two titles that differ by a sign, what is typed is one.</summary>
    public static string Verbatim(string text) => "v " + Normalizer.Fold(text.Trim());

    /// <summary>An organization as a value.</summary>
    public static string Organization(string text) => "o " + Form(text, Normalizer);

    /// <summary>An id as a value; letters and signs as they are.</summary>
    public static string Id(string text) => "i " + text.Trim();

    /// <summary>A query that the proposal with an id matches alone, with score 0.</summary>
    public static Query Having(string id) => new ConstantQuery(new ValueQuery(Column, [Id(id)]), 0);

    /// <summary>The words of a text in their exact form; where it has none, its signs.</summary>
    public static string Form(string text, TermNormalizer normalizer)
    {
        var words = Analyzer.Exact(text, normalizer);
        return words.Count > 0 ? string.Join(' ', words.Select(static word => word.Term)) : text.Trim();
    }
}
