using System.Runtime.InteropServices;
using ProposalSearch.Engine.Packing;

namespace ProposalSearch.Engine.Terms;

/// <summary>Distinct strings of elements, each with a number from 0 in the order of their first coming. Not thread-safe.</summary>
/// <typeparam name="T">Bytes of a term, or characters of a word.</typeparam>
internal sealed class TermPool<T>
    where T : unmanaged, IEquatable<T>
{
    private T[] _elements = new T[1 << 16];
    private int[] _starts = new int[1 << 12];
    private uint[] _hashes = new uint[1 << 12];
    private int[] _table = new int[1 << 13];
    private int _used;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Memory that the pool takes, in bytes.</summary>
    public long Bytes =>
        (long)_elements.Length * Marshal.SizeOf<T>() + (_starts.Length + _hashes.Length + (long)_table.Length) * sizeof(int);

    /// <summary>The string with this number.</summary>
    public ReadOnlySpan<T> this[int number] => _elements.AsSpan(_starts[number], End(number) - _starts[number]);

    /// <summary>The number of a string, which is added if it is new.</summary>
    public int Add(ReadOnlySpan<T> value, out bool added)
    {
        uint hash = Hash(value);
        int mask = _table.Length - 1;
        for (int slot = (int)hash & mask; ; slot = (slot + 1) & mask)
        {
            int number = _table[slot] - 1;
            if (number < 0)
            {
                added = true;
                return Insert(value, hash, slot);
            }

            if (_hashes[number] == hash && this[number].SequenceEqual(value))
            {
                added = false;
                return number;
            }
        }
    }

    private static uint Hash(ReadOnlySpan<T> value)
    {
        var bytes = MemoryMarshal.AsBytes(value);
        ulong hash = (ulong)bytes.Length * 0x9E3779B97F4A7C15;
        while (bytes.Length >= 8)
        {
            hash = (hash ^ MemoryMarshal.Read<ulong>(bytes)) * 0xFF51AFD7ED558CCD;
            hash ^= hash >> 32;
            bytes = bytes[8..];
        }

        ulong rest = 0;
        foreach (byte b in bytes)
        {
            rest = rest << 8 | b;
        }

        hash = (hash ^ rest) * 0xC4CEB9FE1A85EC53;
        return (uint)(hash >> 32);
    }

    private int End(int number) => number + 1 < Count ? _starts[number + 1] : _used;

    private int Insert(ReadOnlySpan<T> value, uint hash, int slot)
    {
        if (Count == _starts.Length)
        {
            Array.Resize(ref _starts, Growth.Of(Count, Count + 1L));
            Array.Resize(ref _hashes, _starts.Length);
        }

        if (_elements.Length - _used < value.Length)
        {
            Array.Resize(ref _elements, Growth.Of(_elements.Length, (long)_used + value.Length));
        }

        value.CopyTo(_elements.AsSpan(_used));
        _starts[Count] = _used;
        _hashes[Count] = hash;
        _used += value.Length;
        _table[slot] = ++Count;
        if (Count > _table.Length / 2 && _table.Length <= Array.MaxLength / 2)
        {
            Grow();
        }

        return Count - 1;
    }

    private void Grow()
    {
        _table = new int[_table.Length * 2];
        int mask = _table.Length - 1;
        for (int number = 0; number < Count; number++)
        {
            int slot = (int)_hashes[number] & mask;
            while (_table[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            _table[slot] = number + 1;
        }
    }
}
