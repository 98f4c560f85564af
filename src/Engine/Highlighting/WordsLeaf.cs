using System.Text;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Engine.Documents;
using ProposalSearch.Engine.Segments;
using ProposalSearch.Engine.Terms;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Highlighting;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Engine.Highlighting;

/// <summary>
/// Any term of a large set, by the words of the document: there are fewer of them than terms in the set, each of which would have
/// postings to be looked at. The time it takes depends on the length of the document alone.
/// </summary>
internal sealed class WordsLeaf : Leaf
{
    private readonly Segment _segment;
    private readonly TermForm _form;
    private readonly IReadOnlySet<int>? _labels;
    private readonly HashSet<TermEntry> _entries;
    private readonly byte[] _beginning;
    private readonly Dictionary<string, bool> _known = new(StringComparer.Ordinal);
    private readonly TermNormalizer _normalizer;
    private readonly char[] _term = new char[TermNormalizer.MaxTermLength];
    private readonly byte[] _bytes = new byte[TermNormalizer.MaxTermLength * 3];
    private int[] _starts = [];
    private int[] _lengths = [];

    /// <summary>A set of terms, on one segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="form">The form.</param>
    /// <param name="entries">The terms.</param>
    /// <param name="beginning">What all of them begin with; words that do not are not looked up.</param>
    /// <param name="weight">What a match is worth.</param>
    /// <param name="labels">Sections to look in, or <see langword="null"/>.</param>
    public WordsLeaf(
        Segment segment, TermForm form, IReadOnlyList<TermEntry> entries, string beginning, float weight, IReadOnlySet<int>? labels)
        : base(weight)
    {
        _segment = segment;
        _form = form;
        _labels = labels;
        _entries = [.. entries];
        _beginning = Encoding.UTF8.GetBytes(beginning);
        _normalizer = new TermNormalizer(segment.Settings.Analysis);
    }

    public override void Find(int document, int leaf, List<Match> matches, TimeLimit limit)
    {
        var view = _segment.Documents.Open(document);
        for (int section = 0; section < view.SectionCount; section++)
        {
            if (_labels is null || _labels.Contains(view.Label(section)))
            {
                Find(view, section, leaf, matches, limit);
            }
        }
    }

    private void Find(DocumentView view, int section, int leaf, List<Match> matches, TimeLimit limit)
    {
        int count = view.TokenCount(section), position = view.StartPosition(section);
        if (count > _starts.Length)
        {
            (_starts, _lengths) = (new int[count], new int[count]);
        }

        view.CopyTokens(section, _starts, _lengths);
        var text = view.Text(section).AsSpan();
        for (int token = 0; token < count; token++)
        {
            limit.Step();
            var word = text.Slice(_starts[token], _lengths[token]);
            if (MayBegin(word[0]) && IsWanted(word))
            {
                matches.Add(new Match(position + token, position + token, leaf));
            }
        }
    }

    private bool IsWanted(ReadOnlySpan<char> word)
    {
        var known = _known.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(word, out bool wanted))
        {
            wanted = LookUp(word);
            known[word] = wanted;
        }

        return wanted;
    }

    private bool LookUp(ReadOnlySpan<char> word)
    {
        int length = _normalizer.Exact(word, _term);
        length = _form == TermForm.Stemmed ? _normalizer.Stemmed(_term.AsSpan(0, length), _term) : length;
        int bytes = Encoding.UTF8.GetBytes(_term.AsSpan(0, length), _bytes);
        var term = _bytes.AsSpan(0, bytes);
        return length > 0
            && term.StartsWith(_beginning)
            && _segment.Form(_form)!.Terms.TryFind(term, out var entry)
            && _entries.Contains(entry);
    }

    /// <summary>
    /// Whether a term of the set can come of a word that begins so: a letter of ASCII becomes lower case, and no stem begins with another.
    /// </summary>
    private bool MayBegin(char first) =>
        _beginning.Length == 0 || _beginning[0] >= 0x80 || first >= 0x80 || (first | 0x20) == (_beginning[0] | 0x20);
}
