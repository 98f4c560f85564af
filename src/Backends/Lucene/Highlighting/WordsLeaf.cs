using System.Text;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Backends.Lucene.Documents;
using ProposalSearch.Backends.Lucene.Searching;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Highlighting;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.Lucene.Highlighting;

/// <summary>
/// Any term of a shape, by the words of the document: there are fewer of them than terms of the shape, each of which would have
/// postings to be looked at.
/// </summary>
internal sealed class WordsLeaf : Leaf
{
    private readonly TermSetPlan _plan;
    private readonly Func<int, StoredRecord> _record;
    private readonly TimeLimit _limit;
    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);
    private readonly TermNormalizer _normalizer;
    private readonly char[] _term = new char[TermNormalizer.MaxTermLength];
    private readonly byte[] _bytes = new byte[TermNormalizer.MaxTermLength * 3];
    private int[] _starts = [];
    private int[] _lengths = [];

    /// <summary>A set of terms.</summary>
    /// <param name="plan">The set.</param>
    /// <param name="options">How words become terms.</param>
    /// <param name="record">Gives a document of the segment.</param>
    /// <param name="limit">Ends it where it is to end.</param>
    public WordsLeaf(TermSetPlan plan, AnalysisOptions options, Func<int, StoredRecord> record, TimeLimit limit)
        : base(plan.Weight)
    {
        _plan = plan;
        _record = record;
        _limit = limit;
        _normalizer = new TermNormalizer(options);
    }

    /// <inheritdoc/>
    public override void Find(int document, int leaf, List<Match> matches)
    {
        var record = _record(document);
        for (int section = 0; section < record.SectionCount; section++)
        {
            if (_plan.Labels?.Contains(record.Label(section)) != false)
            {
                Find(record, section, leaf, matches);
            }
        }
    }

    private void Find(StoredRecord record, int section, int leaf, List<Match> matches)
    {
        int count = record.TokenCount(section), position = record.StartPosition(section);
        if (count > _starts.Length)
        {
            (_starts, _lengths) = (new int[count], new int[count]);
        }

        record.CopyTokens(section, _starts.AsSpan(0, count), _lengths.AsSpan(0, count));
        var text = record.Text(section).AsSpan();
        for (int word = 0; word < count; word++)
        {
            _limit.Step();
            if (_plan.Shape.MayBegin(text[_starts[word]]) && IsWanted(text.Slice(_starts[word], _lengths[word])))
            {
                matches.Add(new Match(position + word, position + word, leaf));
            }
        }
    }

    private bool IsWanted(ReadOnlySpan<char> word)
    {
        var known = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(word, out bool wanted))
        {
            int length = _normalizer.Exact(word, _term);
            length = _plan.Shape.Form == TermForm.Stemmed ? _normalizer.Stemmed(word, _term.AsSpan(0, length), _term) : length;
            wanted = length > 0 && _plan.Shape.Matches(_bytes.AsMemory(0, Encoding.UTF8.GetBytes(_term.AsSpan(0, length), _bytes)));
            known[word] = wanted;
        }

        return wanted;
    }
}
