using ProposalSearch.Engine.Postings;
using ProposalSearch.Engine.Terms;

namespace ProposalSearch.Engine.Indexing;

/// <summary>
/// Turns the words of documents into the documents of words: a counting sort of all tokens by term, which keeps documents and
/// positions in order without comparing any.
/// </summary>
internal readonly ref struct Inverter
{
    private const int WeightShift = 24;
    private const int PositionMask = (1 << WeightShift) - 1;

    private readonly TokenBuffer _tokens;
    private readonly TermPool<byte> _pool;
    private readonly Func<int, int>? _map;
    private readonly Span<int> _starts;
    private readonly Span<ulong> _occurrences;

    /// <summary>Sorts the tokens.</summary>
    /// <param name="tokens">All tokens of the segment.</param>
    /// <param name="pool">The terms.</param>
    /// <param name="map">From a token's exact term to the term, -1 for none; <see langword="null"/> where they are the same.</param>
    /// <param name="arrays">Where they are sorted; not used by anybody else before this is done with.</param>
    public Inverter(TokenBuffer tokens, TermPool<byte> pool, Func<int, int>? map, InversionArrays arrays)
    {
        _tokens = tokens;
        _pool = pool;
        _map = map;
        _starts = arrays.Starts(pool.Count + 1);
        Count();
        _occurrences = arrays.Occurrences(_starts[^1]);
        Scatter(arrays.Next(pool.Count));
    }

    /// <summary>Positions that a document can have.</summary>
    public const int MaximumPosition = PositionMask;

    /// <summary>Writes terms and postings.</summary>
    public void Write(TermDictionaryWriter terms, PostingsWriter postings)
    {
        var positions = new List<int>();
        foreach (int term in SortedTerms())
        {
            postings.BeginTerm();
            WriteTerm(_occurrences[Start(term)..End(term)], postings, positions);
            var entry = postings.EndTerm();
            terms.Add(_pool[term], entry, postings.PostingsEnd, postings.PositionsEnd);
        }
    }

    private static void WriteTerm(ReadOnlySpan<ulong> occurrences, PostingsWriter postings, List<int> positions)
    {
        uint frequency = 0;
        int document = (int)(occurrences[0] >> 32);
        foreach (ulong occurrence in occurrences)
        {
            if ((int)(occurrence >> 32) != document)
            {
                Flush(document, frequency, postings, positions);
                (document, frequency) = ((int)(occurrence >> 32), 0);
            }

            uint low = (uint)occurrence;
            positions.Add((int)(low & PositionMask));
            frequency += low >> WeightShift;
        }

        Flush(document, frequency, postings, positions);
    }

    private static void Flush(int document, uint frequency, PostingsWriter postings, List<int> positions)
    {
        postings.Add(document, frequency, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(positions));
        positions.Clear();
    }

    private int[] SortedTerms()
    {
        var terms = new List<int>();
        for (int term = 0; term < _pool.Count; term++)
        {
            if (End(term) > Start(term))
            {
                terms.Add(term);
            }
        }

        var sorted = terms.ToArray();
        var pool = _pool;
        Array.Sort(sorted, (a, b) => pool[a].SequenceCompareTo(pool[b]));
        return sorted;
    }

    private int Start(int term) => _starts[term];

    private int End(int term) => _starts[term + 1];

    private int TermOf(int token) => token < 0 ? -1 : _map is null ? token : _map(token);

    /// <summary>Finds where each term's occurrences begin, and one more for the end of the last.</summary>
    private void Count()
    {
        var starts = _starts;
        foreach (int token in _tokens.Terms)
        {
            int term = TermOf(token);
            if (term >= 0)
            {
                starts[term + 1]++;
            }
        }

        for (int term = 0; term < _pool.Count; term++)
        {
            starts[term + 1] += starts[term];
        }
    }

    private void Scatter(Span<int> next)
    {
        _starts[..^1].CopyTo(next);
        var tokens = _tokens.Terms;
        for (int document = 0; document < _tokens.DocumentCount; document++)
        {
            var sections = _tokens.Sections(document);
            for (int s = 0; s < sections.Length; s++)
            {
                var section = sections[s];
                int end = _tokens.End(sections, s, document);
                ulong occurrence = (ulong)document << 32 | (uint)section.Weight << WeightShift | (uint)section.Position;
                for (int token = section.Token; token < end; token++, occurrence++)
                {
                    int term = TermOf(tokens[token]);
                    if (term >= 0)
                    {
                        _occurrences[next[term]++] = occurrence;
                    }
                }
            }
        }
    }
}
