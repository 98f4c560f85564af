using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Documents;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Backends.Embedded;

/// <summary>A document of a snapshot, read in place where it is asked for something.</summary>
internal sealed class EmbeddedDocument(IndexSnapshot snapshot, int document) : IStoredDocument
{
    private delegate T ViewReader<T>(DocumentView view, int section, int start, int length);

    /// <inheritdoc/>
    public string Id => Read(static (view, _, _, _) => view.Id);

    /// <inheritdoc/>
    public int SectionCount => Read(static (view, _, _, _) => view.SectionCount);

    /// <inheritdoc/>
    public byte[] ReadStored() => Read(static (view, _, _, _) => view.ReadStored());

    /// <inheritdoc/>
    public int Label(int section) => Read(static (view, section, _, _) => view.Label(section), section);

    /// <inheritdoc/>
    public int StartPosition(int section) => Read(static (view, section, _, _) => view.StartPosition(section), section);

    /// <inheritdoc/>
    public int TokenCount(int section) => Read(static (view, section, _, _) => view.TokenCount(section), section);

    /// <inheritdoc/>
    public int TextLength(int section) => Read(static (view, section, _, _) => view.TextLength(section), section);

    /// <inheritdoc/>
    public (int Start, int Length) Token(int section, int index) =>
        Read(static (view, section, index, _) => view.Token(section, index), section, index);

    /// <inheritdoc/>
    public string Text(int section) => Read(static (view, section, _, _) => view.Text(section), section);

    /// <inheritdoc/>
    public string Text(int section, int start, int length) =>
        Read(static (view, section, start, length) => view.Text(section, start, length), section, start, length);

    /// <summary>
    /// Hits ask many small things: nothing is allocated for the asking, and where it fails the cause is looked for afterwards.
    /// </summary>
    private T Read<T>(ViewReader<T> read, int section = 0, int start = 0, int length = 0)
    {
        try
        {
            return read(snapshot.Document(document), section, start, length);
        }
        catch (Exception fault)
        {
            return EngineErrors.Read<T>(snapshot, () => throw fault);
        }
    }
}
