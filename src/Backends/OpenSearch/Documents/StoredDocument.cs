using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Backends.OpenSearch.Documents;

/// <summary>A document that was read from the cluster. Where its words are is found out when somebody asks. Thread-safe.</summary>
/// <param name="record">What was read.</param>
/// <param name="settings">How the index was made.</param>
/// <param name="forms">Analyses its words.</param>
internal sealed class StoredDocument(DocumentRecord record, IndexSettings settings, SharedForms forms) : IStoredDocument
{
    private readonly Lazy<DocumentWords> _words = new(() => forms.Use(words => DocumentWords.Of(record, settings, words)));

    /// <summary>Its words.</summary>
    public DocumentWords Words => _words.Value;

    /// <summary>Its texts.</summary>
    public IReadOnlyList<Section> Sections => record.Sections;

    /// <summary>The values of its text columns, by the numbers of these.</summary>
    public IReadOnlyList<(int Column, string Value)> Values => record.Values;

    /// <inheritdoc/>
    public string Id => record.Id;

    /// <inheritdoc/>
    public int SectionCount => record.Sections.Length;

    /// <inheritdoc/>
    public byte[] ReadStored() => record.Stored.ToArray();

    /// <inheritdoc/>
    public int Label(int section) => record.Sections[section].Label;

    /// <inheritdoc/>
    public int StartPosition(int section) => Words.Sections[section].Position;

    /// <inheritdoc/>
    public int TokenCount(int section) => Words.Sections[section].Starts.Length;

    /// <inheritdoc/>
    public int TextLength(int section) => record.Sections[section].Text.Length;

    /// <inheritdoc/>
    public (int Start, int Length) Token(int section, int index)
    {
        var words = Words.Sections[section];
        return (words.Starts[index], words.Lengths[index]);
    }

    /// <inheritdoc/>
    public string Text(int section) => record.Sections[section].Text;

    /// <inheritdoc/>
    public string Text(int section, int start, int length) => record.Sections[section].Text.Substring(start, length);
}
