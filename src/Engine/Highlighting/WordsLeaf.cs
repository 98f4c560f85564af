using System.Text;
using ProposalSearch.Engine.Analysis;
using ProposalSearch.Engine.Documents;
using ProposalSearch.Engine.Fields;
using ProposalSearch.Engine.Segments;
using ProposalSearch.Engine.Terms;

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
    /// <param name="weight">What a match is worth.</param>
    /// <param name="labels">Sections to look in, or <see langword="null"/>.</param>
    public WordsLeaf(Segment segment, TermForm form, IReadOnlyList<TermEntry> entries, float weight, IReadOnlySet<int>? labels)
        : base(weight)
    {
        _segment = segment;
        _form = form;
        _labels = labels;
        _entries = [.. entries];
        _normalizer = new TermNormalizer(segment.Settings.Analysis);
    }

    public override void Find(int document, int leaf, List<Match> matches)
    {
        var view = _segment.Documents.Open(document);
        for (int section = 0; section < view.SectionCount; section++)
        {
            if (_labels is null || _labels.Contains(view.Label(section)))
            {
                Find(view, section, leaf, matches);
            }
        }
    }

    private void Find(DocumentView view, int section, int leaf, List<Match> matches)
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
            if (IsWanted(text.Slice(_starts[token], _lengths[token])))
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
        return length > 0 && _segment.Form(_form)!.Terms.TryFind(_bytes.AsSpan(0, bytes), out var entry) && _entries.Contains(entry);
    }
}
