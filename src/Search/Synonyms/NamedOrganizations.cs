using ProposalSearch.Proposals;
using ProposalSearch.Proposals.Applicants;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Search.Language;
using ProposalSearch.Search.Reading;
using ProposalSearch.Search.Spelling;

namespace ProposalSearch.Search.Synonyms;

/// <summary>
/// A whole name in quotes that is looked for in organizations alone means the organization, and finds it under each of its names:
/// <c>organization:"LA Family Housing"</c>.
/// </summary>
/// <param name="known">The organizations of the index.</param>
/// <param name="words">The words of the search.</param>
internal sealed class NamedOrganizations(KnownOrganizations known, WordAnalysis words)
{
    private readonly Dictionary<QueryNode, IReadOnlyList<OtherSpelling>> _others = [];
    private readonly List<SynonymsOfWord> _used = [];

    /// <summary>The spellings with the names among them.</summary>
    public FoundSpellings Add(QueryNode? root, FoundSpellings spellings)
    {
        if (known.IsEmpty)
        {
            return spellings;
        }

        Add(root, isOrganization: false);
        if (_others.Count == 0)
        {
            return spellings;
        }

        var others = new Dictionary<QueryNode, IReadOnlyList<OtherSpelling>>(spellings.Others);
        foreach (var (node, names) in _others)
        {
            others[node] = [.. others.GetValueOrDefault(node, []), .. names];
        }

        return spellings with { Others = others, Synonyms = [.. spellings.Synonyms, .. _used] };
    }

    private void Add(QueryNode? node, bool isOrganization)
    {
        switch (node)
        {
            case WithinNode within:
                Add(within.Inner, within.Sections is [QuerySections.Organization]);
                break;
            case GroupNode group:
                group.Clauses.ToList().ForEach(clause => Add(clause.Node, isOrganization));
                break;
            case PhraseNode { Slop: 0 } phrase when isOrganization:
                Add(phrase);
                break;
        }
    }

    private void Add(PhraseNode phrase)
    {
        var typed = Terms(phrase.Text);
        var names = known.NamesOf(phrase.Text)
            .Select(name => (Name: name, Terms: Terms(name)))
            .Where(name => name.Terms.Count > 0 && !name.Terms.SequenceEqual(typed))
            .ToList();
        if (names.Count > 0 && !_others.ContainsKey(phrase))
        {
            _others.Add(phrase, names.ConvertAll(static name => new OtherSpelling(TermForm.Exact, name.Terms, Share: 1)));
            _used.Add(new SynonymsOfWord(phrase.Text, names.ConvertAll(static name => name.Name)));
        }
    }

    private List<PhraseTerm> Terms(string text)
    {
        var tokens = words.Exact(text);
        return tokens.ConvertAll(token => new PhraseTerm(token.Term, token.Position - tokens[0].Position));
    }
}
