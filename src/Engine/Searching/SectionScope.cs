using ProposalSearch.Engine.Documents;

namespace ProposalSearch.Engine.Searching;

/// <summary>Tells which positions of a document count: those in sections with some labels. Thread-safe.</summary>
/// <param name="documents">The segment's documents.</param>
/// <param name="labels">The labels.</param>
internal sealed class SectionScope(DocumentsReader documents, IReadOnlySet<int> labels)
{
    /// <summary>The labels of a scope within another, which may be <see langword="null"/> for none: those that both have.</summary>
    public static IReadOnlySet<int> Narrow(IReadOnlySet<int>? outer, IReadOnlySet<int> inner) =>
        outer is null ? inner : inner.Where(outer.Contains).ToHashSet();

    /// <summary>Keeps the positions within the scope, in order, and tells how many there are.</summary>
    public int Keep(int document, Span<int> positions)
    {
        var view = documents.Open(document);
        int kept = 0;
        foreach (int position in positions)
        {
            int section = view.SectionOf(position);
            if (section >= 0 && labels.Contains(view.Label(section)))
            {
                positions[kept++] = position;
            }
        }

        return kept;
    }
}
