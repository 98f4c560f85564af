using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using ProposalSearch.Backends.Lucene.Documents;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.Lucene.Indexing;

/// <summary>
/// Makes Lucene documents. One field of stems and one of whole words, both with the positions of the whole document: a section is a
/// range of positions,
/// so that a word is looked up once however many sections an archive has. Not thread-safe.
/// </summary>
internal sealed class DocumentMaker(IndexSettings settings) : IDisposable
{
    private static readonly FieldType _stemmed = Type(withLength: true);
    private static readonly FieldType _exact = Type(withLength: false);

    private readonly WordForms<BytesRef> _forms = LuceneForms.Of(settings.Analysis);
    private readonly WordStream _stems = new();
    private readonly WordStream _words = new();
    private readonly RecordWriter _record = new();
    private readonly ArrayBufferWriter<byte> _sections = new();
    private readonly List<int> _starts = [];
    private readonly List<int> _lengths = [];

    /// <summary>The Lucene document of a document; valid until the next is made.</summary>
    /// <param name="document">The document.</param>
    /// <param name="place">See <see cref="Fields.Place"/>.</param>
    /// <param name="digest">Its digest.</param>
    public Document Make(IndexDocument document, long place, UInt128 digest)
    {
        AddText(document);
        var made = new Document
        {
            new StringField(Fields.Id, document.Id, Field.Store.NO),
            new Field(Fields.Stemmed, _stems, _stemmed),
            new Field(Fields.Exact, _words, _exact),
            new BinaryDocValuesField(Fields.Record, new BytesRef(_record.Complete(document.Id, document.Stored.Span))),
            new BinaryDocValuesField(Fields.Sections, new BytesRef(_sections.WrittenSpan.ToArray())),
            new NumericDocValuesField(Fields.Place, place),
            new BinaryDocValuesField(Fields.Digest, new BytesRef(ContentDigest.Write(digest))),
        };
        foreach (var (column, value) in document.Values.Distinct())
        {
            made.Add(new SortedSetDocValuesField(Fields.TextColumn(column), new BytesRef(Encoding.UTF8.GetBytes(value))));
        }

        foreach (var (column, value) in document.Numbers)
        {
            made.Add(new NumericDocValuesField(Fields.NumberColumn(column), value));
        }

        return made;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stems.Dispose();
        _words.Dispose();
    }

    private static FieldType Type(bool withLength)
    {
        var type = new FieldType
        {
            IsIndexed = true,
            IsTokenized = true,
            OmitNorms = !withLength,
            IndexOptions = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS,
        };
        type.Freeze();
        return type;
    }

    private void AddText(IndexDocument document)
    {
        _stems.Begin();
        _words.Begin();
        _sections.ResetWrittenCount();
        int position = 0;
        foreach (var section in document.Sections)
        {
            AddSection(section, position);
            position += _starts.Count + settings.SectionGap;
        }
    }

    private void AddSection(Section section, int position)
    {
        int weight = settings.WeightOf(section.Label);
        _starts.Clear();
        _lengths.Clear();
        var words = _forms.Words(section.Text);
        while (words.MoveNext())
        {
            var forms = _forms.Of(section.Text.AsSpan(words.Start, words.Length));
            int at = position + _starts.Count;
            _words.Add(forms.Exact, at, weight);
            if (forms.Stem is { } stem)
            {
                _stems.Add(stem, at, weight);
            }

            if (forms.PlainStem is { } plain)
            {
                _stems.Add(plain, at, weight);
            }

            _starts.Add(words.Start);
            _lengths.Add(words.Length);
        }

        _record.AddSection(section.Label, position, section.Text, CollectionsMarshal.AsSpan(_starts), CollectionsMarshal.AsSpan(_lengths));
        SectionTable.Write(_sections, section.Label, _starts.Count);
    }
}
