using ProposalSearch.Engine.Packing;
using ProposalSearch.Engine.Postings;

namespace ProposalSearch.Engine.Searching;

/// <summary>
/// Where terms stand in the documents of a window. A term's blocks are gone through once more than to find its documents; only the
/// positions of documents that are still of interest are read. Belongs to one search.
/// </summary>
internal sealed class WindowPositions
{
    /// <summary>Fewer matches than this in a window are looked for one by one in a block; more are found by going through it.</summary>
    private const int Sparse = Window.Size / 16;

    private readonly PostingsCursor[] _cursors;
    private readonly int[] _firstBlocks;
    private readonly int[] _indexes = new int[BlockCodec.Size];
    private readonly ulong[] _weighted = new ulong[Window.Words];
    private readonly ulong[] _alsoWeighted = new ulong[Window.Words];
    private readonly PositionKeys?[] _beside;
    private PositionKeys? _found;
    private PositionKeys? _other;
    private PositionKeys? _kept;

    /// <summary>The positions of some terms.</summary>
    public WindowPositions(PostingsCursor[] cursors)
    {
        _cursors = cursors;
        _firstBlocks = new int[cursors.Length];
        _beside = new PositionKeys?[cursors.Length];
    }

    /// <summary>The places found.</summary>
    public ReadOnlySpan<uint> Found => _found!.Keys;

    /// <summary>Brings a term to where a window begins; false if it is in no document from there on. Comes before its documents are looked up.</summary>
    public bool Stand(int term, int start)
    {
        bool any = _cursors[term].SkipTo(start);
        _firstBlocks[term] = _cursors[term].Block;
        return any;
    }

    /// <summary>Brings all terms back to where <see cref="Stand"/> left them.</summary>
    public void StandAgain()
    {
        for (int term = 0; term < _cursors.Length; term++)
        {
            _cursors[term].Load(_firstBlocks[term]);
        }
    }

    /// <summary>Reads where a term stands in the matches of a window: the places found, to begin with.</summary>
    /// <returns>Whether all positions fit a key.</returns>
    public bool Find(int term, Window window, Scratch scratch)
    {
        return Read(term, window, _found ??= scratch.RentKeys(), _weighted);
    }

    /// <summary>Whether a document of the window has all the terms looked for in sections that weigh more than 1, each in some.</summary>
    public bool IsWeighted(int at) => (_weighted[at >> 6] >> at & 1) != 0;

    /// <summary>Keeps the places found that a term follows at a distance, and the matches that have one.</summary>
    /// <returns>False, and nothing changed, where not all positions fit a key.</returns>
    public bool KeepFollowed(int term, int distance, Window window, Scratch scratch)
    {
        if (!Read(term, window, _other ??= scratch.RentKeys(), _alsoWeighted))
        {
            return false;
        }

        for (int word = 0; word < _weighted.Length; word++)
        {
            _weighted[word] &= _alsoWeighted[word];
        }

        _kept ??= scratch.RentKeys();
        _kept.Clear();
        _kept.Added(PositionKernel.KeepFollowed(_found!.Keys, distance, _other.Keys, _kept.Room(_found.Count)), 0);
        (_found, _kept) = (_kept, _found);
        window.Clear();
        foreach (uint key in _found.Keys)
        {
            window.Set(PositionKeys.DocumentOf(key));
        }

        return true;
    }

    /// <summary>Reads where a term stands, beside what was found.</summary>
    /// <returns>Whether all positions fit a key.</returns>
    public bool ReadBeside(int term, Window window, Scratch scratch) => Read(term, window, _beside[term] ??= scratch.RentKeys(), null);

    /// <summary>The places of a term that was read beside, of all matches.</summary>
    public ReadOnlySpan<uint> Beside(int term) => _beside[term]!.Keys;

    /// <summary>Gives back what it works with.</summary>
    public void Release(Scratch scratch)
    {
        Release(ref _found, scratch);
        Release(ref _other, scratch);
        Release(ref _kept, scratch);
        foreach (ref var beside in _beside.AsSpan())
        {
            Release(ref beside, scratch);
        }
    }

    private static void Release(ref PositionKeys? keys, Scratch scratch)
    {
        if (keys is not null)
        {
            scratch.Return(keys);
            keys = null;
        }
    }

    private bool Read(int term, Window window, PositionKeys keys, ulong[]? weighted)
    {
        keys.Clear();
        weighted.AsSpan().Clear();
        var cursor = _cursors[term];
        int at = window.NextMatch(0), block = _firstBlocks[term];
        bool sparse = ScoreKernel.Count(window.Bits) < Sparse;
        while (at < Window.Size)
        {
            block = cursor.BlockCount > 1 ? cursor.BlockReaching(window.Start + at, block) : 0;
            if (cursor.Block != block)
            {
                cursor.Load(block);
            }

            var indexes = _indexes.AsSpan(0, sparse ? FewMatches(cursor.Documents, window, at) : Matches(cursor.Documents, window));
            cursor.AppendPositions(indexes, window.Start, keys);
            if (weighted is not null)
            {
                cursor.MarkWeighted(window.Start, weighted);
            }

            at = window.NextMatch(cursor.Documents[^1] + 1 - window.Start);
        }

        return keys.Fit;
    }

    /// <summary>The indexes of the documents that match.</summary>
    private int Matches(ReadOnlySpan<int> documents, Window window)
    {
        int from = documents[0] >= window.Start ? 0 : TermScorer.IndexOf(documents, window.Start);
        int to = documents[^1] < window.End ? documents.Length : TermScorer.IndexOf(documents, window.End);
        return ScoreKernel.Marked(documents[from..to], window.Start, window.Bits, from, _indexes);
    }

    /// <summary>The same from the match at <paramref name="at"/> on, each looked for by itself. All matches have the term.</summary>
    private int FewMatches(ReadOnlySpan<int> documents, Window window, int at)
    {
        int count = 0, last = documents[^1] - window.Start;
        for (; at < Window.Size && at <= last; at = window.NextMatch(at + 1))
        {
            _indexes[count++] = TermScorer.IndexOf(documents, window.Start + at);
        }

        return count;
    }
}
