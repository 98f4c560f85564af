using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Search.Language;
using ProposalSearch.Search.Reading;
using ProposalSearch.Search.Spelling;

namespace ProposalSearch.Search.Synonyms;

/// <summary>
/// Adds to what a query finds what means the same. Each word of "older adults" finds "elderly" too, so that proposals match which have only
/// that. What is in quotes or to be left out stays as it is.
/// </summary>
/// <param name="known">The synonyms of the index.</param>
/// <param name="run">What is asked for the request.</param>
/// <param name="documents">Documents in the index.</param>
/// <param name="knownTerms">What other requests have looked up.</param>
internal sealed class SynonymFinder(KnownSynonyms known, ISearchRun run, long documents, KnownTerms knownTerms)
{
    /// <summary>
    /// What a synonym counts where the typed word counts 1, if both are as rare: who types a word means that word first. Where it is the
    /// rarer, it counts as much less as keeps its score below that of the typed one. docs/ranking.md has what was measured.
    /// </summary>
    public const double Share = 0.5;

    private readonly TermCounts _counts = new(run, documents, knownTerms);

    /// <summary>The spellings with synonyms among them.</summary>
    public async ValueTask<FoundSpellings> AddAsync(QueryNode? root, FoundSpellings spellings, WordAnalysis words)
    {
        if (known.IsEmpty || QueryText.Leaves(root).Count > SpellingFinder.MostWords)
        {
            return spellings;
        }

        List<(SynonymEntry Entry, List<TypedTerm> Typed)> found = [.. TypedTerm.Runs(root, words).SelectMany(Found)];
        if (found.Count == 0)
        {
            return spellings;
        }

        Count(found);
        await _counts.LoadAsync().ConfigureAwait(false);
        return With(found, spellings);
    }

    private IEnumerable<(SynonymEntry Entry, List<TypedTerm> Typed)> Found(IReadOnlyList<TypedTerm> typed)
    {
        for (var at = 0; at < typed.Count;)
        {
            var (used, entries) = known.Longest(typed, at);
            foreach (var entry in entries)
            {
                yield return (entry, [.. typed.Skip(at).Take(used)]);
            }

            at += used;
        }
    }

    private void Count(List<(SynonymEntry Entry, List<TypedTerm> Typed)> found)
    {
        foreach (var (entry, typed) in found)
        {
            _ = typed.Sum(Rarity);
            _ = entry.Also.Count(IsThere);
        }
    }

    private bool IsThere(SynonymWords words) => _counts.Has(words.Form, words.Terms.Select(static term => term.Term));

    private double Rarity(TypedTerm typed) =>
        typed.Stem.Length == 0 ? 0 : _counts.Rarity(TermForm.Stemmed, [new PhraseTerm(typed.Stem, 0)]);

    private FoundSpellings With(List<(SynonymEntry Entry, List<TypedTerm> Typed)> found, FoundSpellings spellings)
    {
        var others = new Dictionary<QueryNode, IReadOnlyList<OtherSpelling>>(spellings.Others);
        var used = new List<SynonymsOfWord>();
        foreach (var (entry, typed) in found)
        {
            var also = entry.Also.Where(IsThere).ToList();
            foreach (var node in typed.GroupBy(static word => word.Node))
            {
                others[node.Key] =
                [
                    .. others.GetValueOrDefault(node.Key, []), .. also.Select(words => Other(words, node.Sum(Rarity))),
                ];
            }

            if (also.Count > 0)
            {
                var text = string.Join(' ', typed.Select(static word => word.Node.Text).Distinct(StringComparer.Ordinal));
                used.Add(new SynonymsOfWord(text, [.. also.Select(static words => words.Text)]));
            }
        }

        return spellings with { Others = others, Synonyms = used };
    }

    private OtherSpelling Other(SynonymWords words, double rarity) => new(
        words.Form, words.Terms, (float)(Share * Math.Min(1, rarity / Math.Max(_counts.Rarity(words.Form, words.Terms), 1e-9))));
}
