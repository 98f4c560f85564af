using ProposalSearch.Analysis.Text;
using ProposalSearch.Foundation.Bytes;
using ProposalSearch.Proposals;

namespace ProposalSearch.Search.Completing;

/// <summary>
/// Counts which words, and which two and three words side by side, many proposals have: what people are likely to type. It reads a
/// sample: the beginning of each answer, and of a large archive every second, fourth, ... proposal, so that the work grows with the
/// logarithm of the archive. Rare phrases are forgotten when there are too many (G. Manku and R. Motwani, "Approximate frequency
/// counts over data streams", 2002). The same proposals in the same order give the same phrases.
/// </summary>
/// <param name="functionWords">Words that no phrase begins or ends with.</param>
internal sealed class PhraseCounter(IReadOnlyCollection<string> functionWords)
{
    /// <summary>Proposals of the sample that a phrase is in at least.</summary>
    public const int LeastProposals = 3;

    private const int MostPhrases = 4_000;
    private const int MostCounts = 300_000;

    // Characters: after each so many the sample is half as dense; of a proposal; of one answer.
    private const long Stretch = 500_000;
    private const int OfProposal = 4_000;
    private const int OfAnswer = 800;

    // Letters of a word that stands alone, and of one at either end of a phrase.
    private const int LeastAlone = 4;
    private const int LeastAtEnds = 3;

    // A part of a phrase that is hardly ever seen without it says less than the phrase.
    private const double PartOnly = 1.25;

    private readonly HashSet<ulong> _functional = [.. functionWords.Select(word => Fnv1a.OfLowerCase(word))];

    private readonly PhraseCounts _counts = new();
    private readonly Dictionary<ulong, string> _texts = [];
    private readonly Word[] _last = new Word[3];
    private long _read;
    private int _seen;
    private int _sampled;

    /// <summary>Takes a proposal in, or passes over it.</summary>
    public void Add(Proposal proposal)
    {
        var stride = 1 << (int)Math.Min(_read / Stretch, 20);
        if (_seen++ % stride != 0)
        {
            return;
        }

        _sampled++;
        var left = OfProposal;
        Read(proposal.Title, ref left);
        Read(proposal.Summary, ref left);
        foreach (var answer in proposal.Answers)
        {
            Read(answer.Text, ref left);
        }

        _read += OfProposal - left;
        if (_counts.Count > MostCounts)
        {
            _counts.Forget(least: 2);
        }
    }

    /// <summary>The most frequent phrases, each with the number of proposals of the whole archive that it is estimated to be in.</summary>
    public IReadOnlyList<(string Text, float Proposals)> Frequent()
    {
        // Counts that differ in the case of letters beyond 16 bits have the same text.
        var frequent = _texts.GroupBy(pair => pair.Value, pair => _counts.Of(pair.Key), StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.Sum(), StringComparer.Ordinal);
        foreach (var (phrase, proposals) in frequent.OrderByDescending(pair => pair.Key.Count(c => c == ' ')).ToList())
        {
            foreach (var part in Parts(phrase).Where(part => frequent.GetValueOrDefault(part) <= proposals * PartOnly))
            {
                frequent.Remove(part);
            }
        }

        var scale = _sampled == 0 ? 1 : _seen / (float)_sampled;
        return
        [
            .. frequent.OrderByDescending(pair => pair.Value)
                .ThenBy(pair => pair.Key, StringComparer.Ordinal)
                .Take(MostPhrases)
                .Select(pair => (pair.Key, pair.Value * scale)),
        ];
    }

    private static IEnumerable<string> Parts(string phrase)
    {
        var (first, last) = (phrase.IndexOf(' ', StringComparison.Ordinal), phrase.LastIndexOf(' '));
        return first < 0 ? []
            : first == last ? [phrase[..first], phrase[(first + 1)..]]
            : [phrase[..last], phrase[(first + 1)..], phrase[..first], phrase[(last + 1)..]];
    }

    private void Read(string? text, ref int left)
    {
        var length = Math.Min(Math.Min(text?.Length ?? 0, OfAnswer), left);
        left -= length;
        var read = text.AsSpan(0, length);
        var words = new WordEnumerator(read);
        Array.Clear(_last);
        while (words.MoveNext())
        {
            // A word at the end may be cut: it does not count.
            if (words.Start + words.Length < length || length == text!.Length)
            {
                Take(read, words.Start, words.Length);
            }
        }
    }

    private void Take(ReadOnlySpan<char> text, int start, int length)
    {
        var hash = Fnv1a.OfLowerCase(text.Slice(start, length));
        var word = new Word(start, length, hash, IsWord(text.Slice(start, length), hash));
        var follows = _last[2].Length > 0 && start == _last[2].Start + _last[2].Length + 1 && text[start - 1] == ' ';
        (_last[0], _last[1], _last[2]) = follows ? (_last[1], _last[2], word) : (default, default, word);
        if (!word.IsContent || length < LeastAtEnds)
        {
            return;
        }

        if (length >= LeastAlone)
        {
            CountIn(word.Hash, text.Slice(start, length));
        }

        for (var at = 1; at >= 0 && _last[at].Length > 0; at--)
        {
            hash = Join(_last[at].Hash, hash);
            if (_last[at].IsContent && _last[at].Length >= LeastAtEnds)
            {
                CountIn(hash, text[_last[at].Start..(start + length)]);
            }
        }
    }

    private void CountIn(ulong hash, ReadOnlySpan<char> phrase)
    {
        if (_counts.CountIn(hash, _sampled) == LeastProposals)
        {
            _texts[hash] = phrase.ToString().ToLowerInvariant();
        }
    }

    private bool IsWord(ReadOnlySpan<char> word, ulong hash)
    {
        foreach (var c in word)
        {
            if (!char.IsLetter(c) && c is not ('\'' or '’'))
            {
                return false;
            }
        }

        return !_functional.Contains(hash);
    }

    private static ulong Join(ulong first, ulong rest) => ((rest ^ (first * 0x9E3779B97F4A7C15UL)) * Fnv1a.Prime) + first;

    private readonly record struct Word(int Start, int Length, ulong Hash, bool IsContent);
}
