using System.Collections.Concurrent;
using Lucene.Net.Index;
using ProposalSearch.Backends.Lucene.Columns;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>
/// What searches hold in memory of the files of a segment, which never change: all snapshots that have the segment share it, whichever of
/// its documents are deleted in them. Thread-safe.
/// </summary>
internal sealed class SegmentContent
{
    private readonly ConcurrentDictionary<string, TextColumn?> _texts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, NumberColumn?> _numbers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<TermForm, Vocabulary> _vocabularies = new();

    /// <summary>Reads what every search needs.</summary>
    public SegmentContent(AtomicReader reader)
    {
        Lengths = new byte[reader.MaxDoc];
        Places = new long[reader.MaxDoc];
        var (norms, places) = (reader.GetNormValues(Fields.Stemmed), reader.GetNumericDocValues(Fields.Place));
        for (int document = 0; document < reader.MaxDoc; document++)
        {
            Lengths[document] = (byte)(norms?.Get(document) ?? 0);
            Places[document] = places?.Get(document) ?? 0;
            IsInOrder &= document == 0 || Places[document] > Places[document - 1];
        }
    }

    /// <summary>By document, the code of its length.</summary>
    public byte[] Lengths { get; }

    /// <summary>By document, see <see cref="Fields.Place"/>.</summary>
    public long[] Places { get; }

    /// <summary>Whether places ascend.</summary>
    public bool IsInOrder { get; } = true;

    /// <summary>The terms of a form, read when they are first asked for.</summary>
    public Vocabulary Vocabulary(TermForm form, Func<Vocabulary> read) => _vocabularies.GetOrAdd(form, _ => read());

    /// <summary>A text column, read when it is first asked for.</summary>
    public TextColumn? Text(string column, Func<TextColumn?> read) => _texts.GetOrAdd(column, _ => read());

    /// <summary>A number column, read when it is first asked for.</summary>
    public NumberColumn? Number(string column, Func<NumberColumn?> read) => _numbers.GetOrAdd(column, _ => read());
}
