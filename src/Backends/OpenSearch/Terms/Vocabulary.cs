using System.Buffers;
using System.Text;
using ProposalSearch.Foundation.Bytes;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Terms;

namespace ProposalSearch.Backends.OpenSearch.Terms;

/// <summary>
/// All terms of an index with how many documents have each, in the memory of whoever searches: so scores need no statistics of shards, and
/// spellings are looked up without a request. Kept as a blob.
/// <code>
/// blob := list list                                  stems, words
/// list := count:varint term*                         in the order of their bytes
/// term := shared:varint length:varint bytes documents:varint       shared with the term before
/// </code>
/// </summary>
/// <param name="Stems">The stems.</param>
/// <param name="Words">The whole words.</param>
internal sealed record Vocabulary(TermList Stems, TermList Words)
{
    /// <summary>The terms of a form.</summary>
    public TermList Of(TermForm form) => form == TermForm.Stemmed ? Stems : Words;

    /// <summary>Writes counted terms.</summary>
    public static byte[] Write(IReadOnlyDictionary<string, int> stems, IReadOnlyDictionary<string, int> words)
    {
        var bytes = new ArrayBufferWriter<byte>();
        Write(bytes, stems);
        Write(bytes, words);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>Reads what <see cref="Write(IReadOnlyDictionary{string, int}, IReadOnlyDictionary{string, int})"/> wrote.</summary>
    public static Vocabulary Read(ReadOnlySpan<byte> bytes)
    {
        int at = 0;
        var stems = Read(bytes, ref at);
        return new Vocabulary(stems, Read(bytes, ref at));
    }

    private static void Write(ArrayBufferWriter<byte> bytes, IReadOnlyDictionary<string, int> counts)
    {
        var terms = counts.Select(pair => (Bytes: Encoding.UTF8.GetBytes(pair.Key), Count: pair.Value)).ToArray();
        Array.Sort(terms, static (one, other) => one.Bytes.AsSpan().SequenceCompareTo(other.Bytes));
        Write(bytes, terms.Length);
        byte[] before = [];
        foreach (var (term, count) in terms)
        {
            int shared = term.AsSpan().CommonPrefixLength(before);
            Write(bytes, shared);
            Write(bytes, term.Length - shared);
            bytes.Write(term.AsSpan(shared));
            Write(bytes, count);
            before = term;
        }
    }

    private static TermList Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        int count = (int)VarInt.Read(bytes, ref at), begin = 0;
        var (all, ends, frequencies) = (new ArrayBufferWriter<byte>(), new int[count], new int[count]);
        for (int i = 0; i < count; i++)
        {
            int shared = (int)VarInt.Read(bytes, ref at), length = (int)VarInt.Read(bytes, ref at);
            var room = all.GetSpan(shared + length);
            all.WrittenSpan.Slice(begin, shared).CopyTo(room);
            bytes.Slice(at, length).CopyTo(room[shared..]);
            begin = all.WrittenCount;
            all.Advance(shared + length);
            at += length;
            ends[i] = all.WrittenCount;
            frequencies[i] = (int)VarInt.Read(bytes, ref at);
        }

        return new TermList(all.WrittenSpan.ToArray(), ends, frequencies);
    }

    private static void Write(ArrayBufferWriter<byte> bytes, int value) =>
        bytes.Advance(VarInt.Write(bytes.GetSpan(VarInt.MaximumBytes32), (uint)value));
}
