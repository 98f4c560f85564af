using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Util;
using ProposalSearch.Backends.Lucene.Columns;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>A segment with what searches hold of it in memory. Thread-safe.</summary>
internal sealed class Segment
{
    private readonly AtomicReader _reader;
    private readonly ConcurrentDictionary<string, TextColumn?> _texts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, NumberColumn?> _numbers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<TermForm, Vocabulary> _vocabularies = new();
    private readonly byte[] _lengths;

    /// <summary>A segment.</summary>
    public Segment(AtomicReaderContext context, IndexSettings settings)
    {
        _reader = context.AtomicReader;
        FirstDocument = context.DocBase;
        DocumentCount = _reader.MaxDoc;
        Settings = settings;
        Live = _reader.LiveDocs;
        _lengths = new byte[DocumentCount];
        var norms = _reader.GetNormValues(Fields.Stemmed);
        for (int document = 0; norms is not null && document < DocumentCount; document++)
        {
            _lengths[document] = (byte)norms.Get(document);
        }
    }

    /// <summary>Its first document among all of the index.</summary>
    public int FirstDocument { get; }

    /// <summary>Its documents, deleted ones too.</summary>
    public int DocumentCount { get; }

    /// <summary>How the index was made.</summary>
    public IndexSettings Settings { get; }

    /// <summary>The documents that are not deleted; <see langword="null"/> where none is.</summary>
    public IBits? Live { get; }

    /// <summary>By document, what <see cref="Bm25"/> needs of its length.</summary>
    public float[] InverseNorms { get; private set; } = [];

    /// <summary>The length of a document as it scores.</summary>
    public int Length(int document) => LengthCode.Decode(_lengths[document]);

    /// <summary>Says what <see cref="InverseNorms"/> are for each length.</summary>
    public void SetInverseNorms(float[] byCode) => InverseNorms = Array.ConvertAll(_lengths, code => byCode[code]);

    /// <summary>The terms of a form; <see langword="null"/> where there are none.</summary>
    public Terms? Terms(TermForm form) => _reader.GetTerms(Fields.Of(form));

    /// <summary>The terms of ids.</summary>
    public Terms? Ids => _reader.GetTerms(Fields.Id);

    /// <summary>The terms of a form in memory, read when they are first asked for.</summary>
    public Vocabulary Vocabulary(TermForm form, TimeLimit limit) =>
        _vocabularies.GetOrAdd(form, key => new Vocabulary(Terms(key), limit));

    /// <summary>A text column, read when it is first asked for; <see langword="null"/> where no document has a value.</summary>
    public TextColumn? Text(string column, TimeLimit limit) => _texts.GetOrAdd(column, name =>
        _reader.GetSortedSetDocValues(Fields.TextColumn(name)) is { } values ? new TextColumn(values, DocumentCount, limit) : null);

    /// <summary>A number column, read when it is first asked for; <see langword="null"/> where no document has a number.</summary>
    public NumberColumn? Number(string column, TimeLimit limit) => _numbers.GetOrAdd(column, name =>
        _reader.GetNumericDocValues(Fields.NumberColumn(name)) is { } values
            ? new NumberColumn(values, _reader.GetDocsWithField(Fields.NumberColumn(name)), DocumentCount, limit)
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
