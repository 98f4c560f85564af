using ProposalSearch.Engine.Packing;
using ProposalSearch.Engine.Postings;
using ProposalSearch.Retrieval.Matching;

namespace ProposalSearch.Engine.Searching;

/// <summary>
/// Where terms stand in the documents of a window: first which documents have all terms, then the positions of those that are still of
/// interest. Belongs to one search.
/// </summary>
internal sealed class WindowPositions
{
    private readonly WindowPostings[] _postings;
    private readonly ulong[] _weighted = new ulong[Window.Words];
    private readonly ulong[] _alsoWeighted = new ulong[Window.Words];
    private readonly PositionKeys?[] _beside;
    private PositionKeys? _found;
    private PositionKeys? _other;
    private PositionKeys? _kept;

    /// <summary>The positions of some terms.</summary>
    public WindowPositions(PostingsCursor[] cursors, float[] inverseNorms)
    {
        _postings = Array.ConvertAll(cursors, cursor => new WindowPostings(cursor, inverseNorms));
        _beside = new PositionKeys?[cursors.Length];
    }

    /// <summary>The places found.</summary>
    public ReadOnlySpan<uint> Found => _found!.Keys;

    /// <summary>Finds the documents of a window that have a term; false if there are none. See <see cref="WindowPostings.Find"/>.</summary>
    public bool Have(int term, Window window, ulong[]? candidates, float least, Scratch scratch) =>
        _postings[term].Find(window, candidates, least, scratch);

    /// <summary>Brings the cursors of all terms back to where the window begins.</summary>
    public void StandAgain()
    {
        foreach (var postings in _postings)
        {
            postings.StandAgain();
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

    /// <summary>Keeps the places found that a term follows at a distance, and, unless it is the last, the matches that have one.</summary>
    /// <returns>False, and nothing changed, where not all positions fit a key.</returns>
    public bool KeepFollowed(int term, int distance, Window window, bool isLast, Scratch scratch)
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
        if (!isLast)
        {
            window.Clear();
            RowKernel.Mark(_found.Keys, window.Bits);
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

        foreach (var postings in _postings)
        {
            postings.Release(scratch);
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
        _postings[term].Keep(window);
        _postings[term].AppendPositions(keys, weighted);
        return keys.Fit;
    }
}
