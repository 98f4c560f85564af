using Lucene.Net.Index;
using Lucene.Net.Util;
using ProposalSearch.Backends.Lucene.Columns;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>A segment as a snapshot has it: its content, and which of its documents are deleted. Thread-safe.</summary>
internal sealed class Segment
{
    private readonly AtomicReader _reader;
    private readonly SegmentContent _content;
    private readonly Lazy<DeletedDocuments?> _deleted;

    /// <summary>A segment.</summary>
    /// <param name="context">Lucene's.</param>
    /// <param name="settings">How the index was made.</param>
    /// <param name="before">The segment of the same files in an earlier snapshot, if there is one.</param>
    public Segment(AtomicReaderContext context, IndexSettings settings, Segment? before = null)
    {
        _reader = context.AtomicReader;
        _content = before?._content ?? new SegmentContent(_reader);
        FirstDocument = context.DocBase;
        DocumentCount = _reader.MaxDoc;
        Settings = settings;
        Live = _reader.LiveDocs;
        var known = before is { _deleted.IsValueCreated: true } ? before._deleted.Value : null;
        _deleted = new(() => Live is null ? null : DeletedDocuments.Of(this, known));
        Held = new HeldTerms(this);
    }

    /// <summary>What is the same in all snapshots that have the segment.</summary>
    public object Files => _reader.CoreCacheKey;

    /// <summary>Documents that have words.</summary>
    public long DocumentsWithWords => (Terms(TermForm.Stemmed)?.DocCount ?? 0) - (_deleted.Value?.WithWords ?? 0);

    /// <summary>Words of all documents, stop words left out, weighted by section.</summary>
    public long Words => (Terms(TermForm.Stemmed)?.SumTotalTermFreq ?? 0) - (_deleted.Value?.Words ?? 0);

    /// <summary>By document, a number that is smaller where it ranks before another with the same score.</summary>
    public ReadOnlySpan<long> Places => _content.Places;

    /// <summary>Whether places ascend.</summary>
    public bool IsInOrder => _content.IsInOrder;

    /// <summary>In how many documents the term is on which a dictionary stands.</summary>
    public int Frequency(TermForm form, TermsEnum term) => Frequency(form, term.Term, term.DocFreq);

    /// <summary>In how many documents a term is of which a dictionary says that it is in some.</summary>
    public int Frequency(TermForm form, string term, int withDeleted) =>
        _deleted.Value is null ? withDeleted : Frequency(form, new BytesRef(term), withDeleted);

    private int Frequency(TermForm form, BytesRef term, int withDeleted) =>
        _deleted.Value is { } deleted ? withDeleted - deleted.Frequency(form, term) : withDeleted;

    /// <summary>Its first document among all of the index.</summary>
    public int FirstDocument { get; }

    /// <summary>Its documents, deleted ones too, whose numbers nobody else has.</summary>
    public int DocumentCount { get; }

    /// <summary>Its documents that are not deleted.</summary>
    public int LiveCount => _reader.NumDocs;

    /// <summary>How the index was made.</summary>
    public IndexSettings Settings { get; }

    /// <summary>The documents that are not deleted; <see langword="null"/> where none is.</summary>
    public IBits? Live { get; }

    /// <summary>By document, what <see cref="Bm25"/> needs of its length.</summary>
    public float[] InverseNorms { get; private set; } = [];

    /// <summary>Postings held in memory.</summary>
    public HeldTerms Held { get; }

    /// <summary>The length of a document as it scores.</summary>
    public int Length(int document) => LengthCode.Decode(_content.Lengths[document]);

    /// <summary>Says what <see cref="InverseNorms"/> are for each length.</summary>
    public void SetInverseNorms(float[] byCode) => InverseNorms = Array.ConvertAll(_content.Lengths, code => byCode[code]);

    /// <summary>The terms of a form; <see langword="null"/> where there are none.</summary>
    public Terms? Terms(TermForm form) => _reader.GetTerms(Fields.Of(form));

    /// <summary>The terms of a form in memory, read when they are first asked for.</summary>
    public Vocabulary Vocabulary(TermForm form, TimeLimit limit) =>
        _content.Vocabulary(form, () => new Vocabulary(Terms(form), limit));

    /// <summary>A text column, read when it is first asked for; <see langword="null"/> where no document has a value.</summary>
    public TextColumn? Text(string column, TimeLimit limit) => _content.Text(column, () =>
        _reader.GetSortedSetDocValues(Fields.TextColumn(column)) is { } values ? new TextColumn(values, DocumentCount, limit) : null);

    /// <summary>A number column, read when it is first asked for; <see langword="null"/> where no document has a number.</summary>
    public NumberColumn? Number(string column, TimeLimit limit) => _content.Number(column, () =>
        _reader.GetNumericDocValues(Fields.NumberColumn(column)) is { } values
            ? new NumberColumn(values, _reader.GetDocsWithField(Fields.NumberColumn(column)), DocumentCount, limit)
            : null);

    /// <summary>What is stored of a document.</summary>
    public byte[] Record(int document)
    {
        var bytes = Bytes(Fields.Record, document);
        return bytes.Offset == 0 && bytes.Length == bytes.Bytes.Length ? bytes.Bytes
            : bytes.Bytes.AsSpan(bytes.Offset, bytes.Length).ToArray();
    }

    /// <summary>A reader of <see cref="Documents.SectionTable"/>s, for one thread.</summary>
    public BinaryDocValues? SectionTables() => _reader.GetBinaryDocValues(Fields.Sections);

    private BytesRef Bytes(string field, int document)
    {
        var bytes = new BytesRef();
        _reader.GetBinaryDocValues(field).Get(document, bytes);
        return bytes;
    }
}
