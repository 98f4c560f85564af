using System.Collections.Concurrent;
using ProposalSearch.Engine.Postings;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Matching;

namespace ProposalSearch.Engine.Searching;

/// <summary>
/// What a search works with and gives back when it is done, so that the next one allocates nothing of size. Belongs to one search
/// at a time.
/// </summary>
internal sealed class Scratch : Workspace
{
    private readonly Stack<Window> _windows = new();
    private readonly Stack<PostingsCursor> _freeCursors = new();
    private readonly List<PostingsCursor> _usedCursors = [];
    private readonly Stack<ulong[]> _bitSets = new();
    private readonly Stack<float[]> _numbers = new();
    private readonly Stack<PositionKeys> _keys = new();
    private readonly Stack<uint[]> _rows = new();

    /// <inheritdoc/>
    public override void Return(Window window) => _windows.Push(window);

    /// <summary>A cursor, for as long as the search lasts.</summary>
    public PostingsCursor RentCursor()
    {
        var cursor = _freeCursors.Count > 0 ? _freeCursors.Pop() : new PostingsCursor();
        _usedCursors.Add(cursor);
        return cursor;
    }

    /// <summary>Takes all cursors back: the search, or its part on a segment, is over.</summary>
    public void ReturnCursors()
    {
        foreach (var cursor in _usedCursors)
        {
            _freeCursors.Push(cursor);
        }

        _usedCursors.Clear();
    }

    /// <summary>An empty set of documents.</summary>
    public ulong[] RentBitSet(int documents)
    {
        int words = (documents + 63) / 64 + Window.Words;
        var bits = _bitSets.Count > 0 ? _bitSets.Pop() : [];
        if (bits.Length < words)
        {
            return new ulong[words];
        }

        Array.Clear(bits);
        return bits;
    }

    /// <inheritdoc/>
    public override void Return(ulong[] bits) => _bitSets.Push(bits);

    /// <summary>A zero for each document.</summary>
    public float[] RentNumbers(int documents)
    {
        var numbers = _numbers.Count > 0 ? _numbers.Pop() : [];
        if (numbers.Length < documents)
        {
            return new float[documents];
        }

        Array.Clear(numbers);
        return numbers;
    }

    /// <inheritdoc/>
    public override void Return(float[] numbers) => _numbers.Push(numbers);

    /// <summary>Room for positions, to be cleared before use.</summary>
    public PositionKeys RentKeys() => _keys.Count > 0 ? _keys.Pop() : new PositionKeys();

    /// <summary>Gives the room back.</summary>
    public void Return(PositionKeys keys) => _keys.Push(keys);

    /// <summary>Room for a number a document of a window, and one more.</summary>
    public uint[] RentRow() => _rows.Count > 0 ? _rows.Pop() : new uint[Window.Size + 1];

    /// <summary>Gives the room back.</summary>
    public void Return(uint[] row) => _rows.Push(row);

    /// <inheritdoc/>
    protected override Window? FreeWindow() => _windows.TryPop(out var window) ? window : null;

    /// <summary>Scratches that no search uses now. Thread-safe.</summary>
    public sealed class Pool
    {
        private readonly ConcurrentBag<Scratch> _free = [];

        /// <summary>Lends what a search works with; one is made where none is free.</summary>
        public Scratch Rent(TimeLimit limit)
        {
            var scratch = _free.TryTake(out var free) ? free : new Scratch();
            scratch.Limit = limit;
            return scratch;
        }

        /// <summary>Takes it back when the search has ended.</summary>
        public void Return(Scratch scratch)
        {
            scratch.ReturnCursors();
            scratch.Limit = TimeLimit.None;
            _free.Add(scratch);
        }
    }
}
