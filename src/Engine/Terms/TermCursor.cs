using ProposalSearch.Foundation.Bytes;

namespace ProposalSearch.Engine.Terms;

/// <summary>
/// A walk over the terms of a dictionary in their order. It stands before the first term until <see cref="MoveNext"/>. Not
/// thread-safe.
/// </summary>
internal sealed class TermCursor
{
    private readonly TermDictionaryReader _dictionary;
    private byte[] _term = new byte[256];
    private int _length;
    private int _block = -1;
    private int _left;
    private int _at;
    private long _postings;
    private long _positions;
    private long _nextPostings;
    private long _nextPositions;
    private int _frequency;
    private bool _replay;

    internal TermCursor(TermDictionaryReader dictionary) => _dictionary = dictionary;

    /// <summary>The term in UTF-8, until the next move.</summary>
    public ReadOnlySpan<byte> Term => _term.AsSpan(0, _length);

    /// <summary>As <see cref="Term"/>, for whoever cannot take a span.</summary>
    public ReadOnlyMemory<byte> TermMemory => _term.AsMemory(0, _length);

    /// <summary>What the dictionary knows about the term.</summary>
    public TermEntry Entry => new(_frequency, _postings, _positions);

    /// <summary>Where the block of the term begins in the file, for whoever goes through it once.</summary>
    internal long BlockOffset => _dictionary.Offset(_block);

    /// <summary>Goes to the next term; false after the last.</summary>
    public bool MoveNext()
    {
        if (_replay)
        {
            _replay = false;
            return true;
        }

        if (_left == 0 && !NextBlock())
        {
            return false;
        }

        Read(_dictionary.Block(_block));
        return true;
    }

    /// <summary>Makes the next <see cref="MoveNext"/> go to the first term that is not before <paramref name="term"/>.</summary>
    public void Seek(ReadOnlySpan<byte> term)
    {
        _block = Math.Max(_dictionary.BlockOf(term), 0) - 1;
        _left = 0;
        _replay = false;
        while (MoveNext())
        {
            if (Term.SequenceCompareTo(term) >= 0)
            {
                _replay = true;
                return;
            }
        }
    }

    private bool NextBlock()
    {
        if (_block + 1 >= _dictionary.BlockCount)
        {
            return false;
        }

        _block++;
        _left = _dictionary.EntriesOf(_block);
        _at = 0;
        var bytes = _dictionary.Block(_block);
        _nextPostings = (long)VarInt.ReadLong(bytes, ref _at);
        _nextPositions = (long)VarInt.ReadLong(bytes, ref _at);
        return true;
    }

    private void Read(ReadOnlySpan<byte> bytes)
    {
        int shared = (int)VarInt.Read(bytes, ref _at), rest = (int)VarInt.Read(bytes, ref _at);
        _dictionary.CheckShared(shared, _length);
        var suffix = bytes.Slice(_at, rest);
        if (_term.Length < shared + rest)
        {
            Array.Resize(ref _term, (shared + rest) * 2);
        }

        suffix.CopyTo(_term.AsSpan(shared));
        _length = shared + rest;
        _at += rest;
        _frequency = (int)VarInt.Read(bytes, ref _at);
        _postings = _nextPostings;
        _positions = _nextPositions;
        _nextPostings += (long)VarInt.ReadLong(bytes, ref _at);
        _nextPositions += (long)VarInt.ReadLong(bytes, ref _at);
        _left--;
    }
}
