using ProposalSearch.Analysis.Forms;
using ProposalSearch.Proposals;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Search.Synonyms;

/// <summary>What is typed, and what is found too.</summary>
internal sealed record SynonymEntry(SynonymWords Typed, IReadOnlyList<SynonymWords> Also);

/// <summary>The synonyms of an index, by the first word of what is typed. Immutable.</summary>
internal sealed class KnownSynonyms
{
    private readonly Dictionary<(TermForm Form, string Term), List<SynonymEntry>> _byFirst = [];

    /// <summary>Those of a list.</summary>
    public KnownSynonyms(IEnumerable<WordSynonyms> listed, TermNormalizer normalizer)
    {
        foreach (var synonyms in listed)
        {
            var typed = SynonymWords.Of(synonyms.Typed, normalizer);
            var also = synonyms.Also.Select(text => SynonymWords.Of(text, normalizer)).Where(static words => words.Terms.Count > 0);
            if (typed.Terms.Count > 0)
            {
                Add(new SynonymEntry(typed, [.. also]));
            }
        }
    }

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _byFirst.Count == 0;

    /// <summary>The longest entries that typed words are, from one on, and how many words that is; 1 where there are none.</summary>
    public (int Words, IReadOnlyList<SynonymEntry> Entries) Longest(IReadOnlyList<TypedTerm> typed, int at)
    {
        var word = typed[at];
        var found = Beginning(TermForm.Exact, word.Exact).Concat(Beginning(TermForm.Stemmed, word.Stem))
            .Select(entry => (Words: entry.Typed.Covered(typed, at), Entry: entry))
            .Where(static entry => entry.Words > 0)
            .ToList();
        var longest = found.Select(static entry => entry.Words).DefaultIfEmpty(1).Max();
        return (longest, [.. found.Where(entry => entry.Words == longest).Select(static entry => entry.Entry)]);
    }

    private List<SynonymEntry> Beginning(TermForm form, string term) => _byFirst.GetValueOrDefault((form, term)) ?? [];

    private void Add(SynonymEntry entry)
    {
        var key = (entry.Typed.Form, entry.Typed.Terms[0].Term);
        if (!_byFirst.TryGetValue(key, out var entries))
        {
            _byFirst.Add(key, entries = []);
        }

        entries.Add(entry);
    }
}
