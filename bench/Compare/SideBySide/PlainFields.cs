using Lucene.Net.Analysis.En;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Compare.SideBySide;

/// <summary>
/// A document as users of plain Lucene.Net have it: an analyzer of Lucene's, one field of text that is stored for the highlighter, doc
/// values for the id and for what is counted.
/// </summary>
/// <param name="passages">Which of Lucene's highlighters the text is kept for.</param>
internal sealed class PlainFields(PlainPassages passages)
{
    public const string Id = "id";
    public const string Body = "body";

    private readonly FieldType _body = BodyType(passages);

    public static EnglishAnalyzer Analyzer() => new(LuceneVersion.LUCENE_48);

    public Document Make(IndexDocument document)
    {
        var made = new Document
        {
            new StringField(Id, document.Id, Field.Store.NO),
            new BinaryDocValuesField(Id, new BytesRef(document.Id)),
            new Field(Body, string.Join("\n\n", document.Sections.Select(section => section.Text)), _body),
        };
        foreach (var (column, value) in document.Values.Distinct())
        {
            made.Add(new SortedSetDocValuesField(column, new BytesRef(value)));
        }

        foreach (var (column, number) in document.Numbers)
        {
            made.Add(new NumericDocValuesField(column, number));
        }

        return made;
    }

    private static FieldType BodyType(PlainPassages passages)
    {
        bool vectors = passages == PlainPassages.Vectors;
        var type = new FieldType(TextField.TYPE_STORED)
        {
            StoreTermVectors = vectors,
            StoreTermVectorPositions = vectors,
            StoreTermVectorOffsets = vectors,
            IndexOptions = vectors
                ? IndexOptions.DOCS_AND_FREQS_AND_POSITIONS
                : IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS,
        };
        type.Freeze();
        return type;
    }
}

/// <summary>The two quick highlighters of Lucene 4.</summary>
internal enum PlainPassages
{
    /// <summary>FastVectorHighlighter, by term vectors.</summary>
    Vectors,

    /// <summary>PostingsHighlighter, by offsets in postings.</summary>
    Postings,
}
