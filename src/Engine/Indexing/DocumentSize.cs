using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Engine.Indexing;

/// <summary>About how many bytes of memory a document takes while it waits to be inverted.</summary>
internal static class DocumentSize
{
    private const int PerDocument = 256;
    private const int PerString = 64;

    /// <summary>The size of a document: its characters two bytes each, its payload, and what objects cost.</summary>
    public static long Of(IndexDocument document)
    {
        long size = PerDocument + Characters(document.Id) + document.Stored.Length + ((long)document.Numbers.Count * PerString);
        foreach (var section in document.Sections)
        {
            size += Characters(section.Text);
        }

        foreach (var (_, value) in document.Values)
        {
            size += Characters(value);
        }

        return size;
    }

    private static long Characters(string text) => PerString + (2L * text.Length);
}
