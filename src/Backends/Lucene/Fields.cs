using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.Lucene;

/// <summary>The fields of a Lucene document.</summary>
internal static class Fields
{
    /// <summary>Stems with positions; a word counts as often as its section weighs, by standing there so often.</summary>
    public const string Stemmed = "text";

    /// <summary>Whole words at the same positions.</summary>
    public const string Exact = "text.exact";

    /// <summary>The id, as one term.</summary>
    public const string Id = "id";

    /// <summary>Doc values: what is given back of a document; see <see cref="Documents.RecordWriter"/>.</summary>
    public const string Record = "record";

    /// <summary>Doc values: where sections begin, and their labels; see <see cref="Documents.SectionTable"/>.</summary>
    public const string Sections = "sections";

    /// <summary>Doc values: a number that is smaller in a document that ranks before another where scores are equal.</summary>
    public const string Place = "place";

    /// <summary>Doc values: a digest of all that a document was made of but its labels; see <see cref="ContentDigest"/>.</summary>
    public const string Digest = "digest";

    /// <summary>The field of a form.</summary>
    public static string Of(TermForm form) => form == TermForm.Stemmed ? Stemmed : Exact;

    /// <summary>The doc values of a text column.</summary>
    public static string TextColumn(string column) => "value." + column;

    /// <summary>The doc values of a number column.</summary>
    public static string NumberColumn(string column) => "number." + column;
}
