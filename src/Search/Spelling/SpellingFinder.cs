using ProposalSearch.Analysis.Forms;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Search.Language;

namespace ProposalSearch.Search.Spelling;

/// <summary>
/// Finds how else the words of a query may be written. One for each request: what it looked up for one reading of the query it knows for
/// the next, and two readings of the same words have the same spellings.
/// </summary>
/// <param name="known">What is known of the index.</param>
/// <param name="run">What is asked for the request.</param>
internal sealed class SpellingFinder(SpellingKnowledge known, ISearchRun run)
{
    /// <summary>Of a longer query only the spellings are looked for that cost next to nothing.</summary>
    public const int MostWords = 24;

    private const double LeastShare = 0.1;

    private static readonly SearchOptions CountOnly = new() { Top = 0 };

    private readonly TermCounts _counts = new(run, known.Documents, known.Terms);
    private readonly Dictionary<string, string[]> _halves = new(StringComparer.Ordinal);
    private (List<QueryNode> Leaves, IReadOnlyList<(string Left, string Right)> SideBySide, FoundSpellings Found) _last =
        ([], [], FoundSpellings.None);

    /// <summary>What was found.</summary>
    /// <param name="root">The query.</param>
    /// <param name="sideBySide">Words that stand side by side in the query.</param>
    /// <param name="cancellation">Ends it.</param>
    public async ValueTask<FoundSpellings> FindAsync(
        QueryNode? root, IReadOnlyList<(string Left, string Right)> sideBySide, CancellationToken cancellation)
    {
        var all = QueryText.Leaves(root).Select(leaf => leaf.Node);
        List<QueryNode> leaves = [.. all.Where(node => node is WordNode or PhraseNode).Distinct()];
        if (leaves.Count == 0)
        {
            return FoundSpellings.None;
        }

        if (!_last.Leaves.SequenceEqual(leaves) || !_last.SideBySide.SequenceEqual(sideBySide))
        {
            _last = (leaves, sideBySide, await FindAsync(leaves, Pairs(sideBySide), cancellation).ConfigureAwait(false));
        }

        return _last.Found;
    }

    private async ValueTask<FoundSpellings> FindAsync(List<QueryNode> leaves, ILookup<string, string> pairs, CancellationToken cancellation)
    {
        await known.LoadAsync(cancellation).ConfigureAwait(false);
        await FindHalvesAsync(leaves).ConfigureAwait(false);
        var others = Of(leaves, pairs);
        OtherFormsOnly(leaves);

        // What is looked up first tells what else to look up.
        for (var lookups = 0; lookups < 2 && _counts.IsIncomplete; lookups++)
        {
            await _counts.LoadAsync().ConfigureAwait(false);
            others = Of(leaves, pairs);
        }

        var (signed, warnings) = await SignedAsync(leaves).ConfigureAwait(false);
        return new FoundSpellings
        {
            Others = others,
            Signed = signed,
            Warnings = warnings,
            OtherFormsOnly = [.. OtherFormsOnly(leaves.Where(leaf => !others.ContainsKey(leaf)))],
        };
    }

    private async ValueTask FindHalvesAsync(List<QueryNode> leaves)
    {
        List<string> terms = [.. leaves.SelectMany(Words).Distinct(StringComparer.Ordinal)];
        if (terms.Count > MostWords)
        {
            return;
        }

        foreach (var term in terms.Where(term => !_halves.ContainsKey(term)))
        {
            _halves[term] = await known.Compounds.HalvesOfAsync(term, run).ConfigureAwait(false);
        }
    }

    private List<string> Words(QueryNode leaf) =>
        Analyzer.Exact(leaf is WordNode word ? word.Text : ((PhraseNode)leaf).Text, known.Normalizer).ConvertAll(token => token.Term);

    private ILookup<string, string> Pairs(IReadOnlyList<(string Left, string Right)> sideBySide) => sideBySide
        .Select(pair => (Typed: pair, Joined: Joined(pair.Left, pair.Right)))
        .Where(pair => pair.Joined is not null)
        .SelectMany(pair => new[] { (Word: pair.Typed.Left, pair.Joined), (Word: pair.Typed.Right, pair.Joined) })
        .ToLookup(pair => pair.Word, pair => pair.Joined!, StringComparer.Ordinal);

    /// <summary>Two words as one, where they may be.</summary>
    private string? Joined(string left, string right) =>
        Words(new WordNode(left)) is [var one] && Words(new WordNode(right)) is [var other]
            && known.Compounds.MayBeHalf(one) && known.Compounds.MayBeHalf(other) && !known.IsFunctionWord(one + other)
            ? one + other : null;

    private Dictionary<QueryNode, IReadOnlyList<OtherSpelling>> Of(List<QueryNode> leaves, ILookup<string, string> pairs)
    {
        var words = new WordSpellings(known, _counts, _halves);
        var phrases = new PhraseSpellings(known, _counts, _halves);
        var found = new Dictionary<QueryNode, IReadOnlyList<OtherSpelling>>();
        foreach (var leaf in leaves)
        {
            var spellings = leaf is WordNode word ? words.Of(word.Text, pairs[word.Text]) : phrases.Of(((PhraseNode)leaf).Text);
            if (Weighed(leaf, [.. spellings]) is { Count: > 0 } others)
            {
                found.Add(leaf, others);
            }
        }

        return found;
    }

    /// <summary>
    /// The most frequent spelling of a word tells how rare the word is, and a rare spelling counts little: the scores of spellings add
    /// up, so that else a proposal that has a rare one too would be first.
    /// </summary>
    private List<OtherSpelling> Weighed(QueryNode leaf, List<OtherSpelling> spellings)
    {
        var typed = Typed(leaf);
        var most = (double)spellings.Append(typed).Max(Documents);
        var commonest = spellings.Append(typed)
            .Where(spelling => _counts.Has(spelling.Form, spelling.Terms.Select(term => term.Term)))
            .Select(spelling => _counts.Rarity(spelling.Form, spelling.Terms))
            .DefaultIfEmpty(1)
            .Min();
        return spellings.ConvertAll(spelling => spelling with
        {
            Share = (float)(commonest / Math.Max(_counts.Rarity(spelling.Form, spelling.Terms), commonest)
                * (LeastShare + ((1 - LeastShare) * Documents(spelling) / Math.Max(most, 1)))),
        });
    }

    /// <summary>How many documents may have a spelling.</summary>
    private long Documents(OtherSpelling spelling) => spelling.Terms.Min(term => _counts.Of(spelling.Form, term.Term));

    private OtherSpelling Typed(QueryNode leaf)
    {
        var exact = Words(leaf);
        var stems = leaf is WordNode ? exact.ConvertAll(term => known.Normalizer.Stem(term)) : exact;
        var form = leaf is WordNode && !stems.Contains("") ? TermForm.Stemmed : TermForm.Exact;
        return new OtherSpelling(form, [.. (form == TermForm.Stemmed ? stems : exact).Select((term, at) => new PhraseTerm(term, at))], 1);
    }

    private List<string> OtherFormsOnly(IEnumerable<QueryNode> leaves) =>
        [.. leaves.OfType<WordNode>().Select(word => word.Text).Where(IsInOtherFormsOnly)];

    private bool IsInOtherFormsOnly(string word) => Words(new WordNode(word)) is [var term]
        && known.Normalizer.Stem(term) is { Length: > 0 } stem
        && (_counts.Of(TermForm.Exact, term), _counts.Of(TermForm.Stemmed, stem)) is (0, > 0);

    private async ValueTask<(Dictionary<string, string> Signed, List<string> Warnings)> SignedAsync(List<QueryNode> leaves)
    {
        var (signed, warnings) = (new Dictionary<string, string>(StringComparer.Ordinal), new List<string>());
        foreach (var word in leaves.OfType<WordNode>())
        {
            if (SignedEnds.Of(word.Text, known.Normalizer) is not { } value)
            {
                continue;
            }

            var having = await run.SearchAsync(new ValueQuery(SignedEnds.Column, [value]), CountOnly).ConfigureAwait(false);
            if (having.Total > 0)
            {
                signed[word.Text] = value;
            }
            else
            {
                warnings.Add($"No proposal has '{word.Text}': the sign at its end was ignored.");
            }
        }

        return (signed, warnings);
    }
}
