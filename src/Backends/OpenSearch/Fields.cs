using System.Globalization;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.OpenSearch;

/// <summary>
/// The fields of an index, and the tokens in them. Texts are analysed here and not on the cluster, so that terms are those of every engine:
/// <code>
/// token  := form term            sschool, xschools      the stem, the whole word, anywhere
///         | label form term      3sschool, 3xschools    the same in a section with this label
/// </code>
/// </summary>
internal static class Fields
{
    /// <summary>
    /// Tokens with how often each counts, by the weights of sections, in no order: <c>sschool|4 xschools|4 0sschool|3 3sschool|1</c>.
    /// </summary>
    public const string Terms = "t";

    /// <summary>
    /// Tokens with positions, a value for each section: the words of a text apart by blanks, the forms of a word by <see cref="Apart"/>,
    /// each with the label: <c>3xschools|3sschool</c> becomes four tokens at one position.
    /// </summary>
    public const string Places = "p";

    /// <summary>How long a document is as it scores: <see cref="Retrieval.Scoring.LengthCode"/>, decoded.</summary>
    public const string Length = "n";

    /// <summary>
    /// The number of the document, in the order in which they were added, with gaps for those that come between: see
    /// <see cref="Indexing.DocumentNumbers"/>. What has none is no document.
    /// </summary>
    public const string Number = "o";

    /// <summary>Its id, or a digest of one that is too long.</summary>
    public const string Id = "i";

    /// <summary>What it was made of: <see cref="Retrieval.Documents.ContentDigest"/>, in hexadecimal digits.</summary>
    public const string Digest = "d";

    /// <summary>What is given back of it: see <see cref="Documents.RecordFormat"/>; a part of a blob in what is no document.</summary>
    public const string Record = "r";

    /// <summary>Between two forms of a word. No word has it.</summary>
    public const char Apart = '|';

    /// <summary>Stands for any word in a phrase. No word is so.</summary>
    public const string AnyWord = "-";

    /// <summary>The field of a column: its number among all of the index, since names of strangers may be anything.</summary>
    public static string Column(int number) => "c" + number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A term as a token.</summary>
    public static string Token(TermForm form, string term) => (form == TermForm.Stemmed ? 's' : 'x') + term;

    /// <summary>A term in sections with a label, as a token.</summary>
    public static string Token(TermForm form, string term, int label) =>
        label.ToString(CultureInfo.InvariantCulture) + Token(form, term);
}
