using System.Text;
using ProposalSearch.Analysis.Patterns;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Terms;

namespace ProposalSearch.Backends.OpenSearch.Terms;

/// <summary>Terms with a beginning, or of a shape with <c>?</c> and <c>*</c>. Immutable.</summary>
internal sealed class TermShape
{
    private readonly byte[] _beginning;
    private readonly Wildcard? _wildcard;

    private TermShape(TermForm form, string text, string beginning, Wildcard? wildcard)
    {
        (Form, Text, _beginning, _wildcard) = (form, text, Encoding.UTF8.GetBytes(beginning), wildcard);
    }

    /// <summary>The form.</summary>
    public TermForm Form { get; }

    /// <summary>The beginning, or the shape.</summary>
    public string Text { get; }

    /// <summary>Whether any term with the beginning is meant.</summary>
    public bool IsPrefix => _wildcard is null;

    /// <summary>The terms of a query.</summary>
    public static TermShape Of(PrefixQuery query) => new(query.Form, query.Prefix, query.Prefix, null);

    /// <summary>The terms of a query.</summary>
    public static TermShape Of(WildcardQuery query) =>
        new(query.Form, query.Pattern, Wildcard.Beginning(query.Pattern), new Wildcard(query.Pattern));

    /// <summary>Whether a term is one of them.</summary>
    public bool Matches(string term) => Matches(Encoding.UTF8.GetBytes(term));

    /// <summary>Those of a list, in order, each with how many documents have it.</summary>
    public List<(string Term, int Documents)> In(TermList terms, TimeLimit limit)
    {
        var found = new List<(string Term, int Documents)>();
        for (int at = terms.FirstFrom(_beginning); at < terms.Count && terms.Term(at).StartsWith(_beginning); at++)
        {
            limit.Step();
            if (_wildcard?.Matches(terms.Bytes(at)) != false)
            {
                found.Add((Encoding.UTF8.GetString(terms.Term(at)), terms.Frequency(at)));
            }
        }

        return found;
    }

    private bool Matches(ReadOnlyMemory<byte> term) => term.Span.StartsWith(_beginning) && _wildcard?.Matches(term) != false;
}
