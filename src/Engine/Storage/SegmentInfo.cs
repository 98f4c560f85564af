namespace ProposalSearch.Engine.Storage;

/// <summary>A published segment: documents 0 to <paramref name="Documents"/> - 1 of its own count, never changed once written.</summary>
/// <param name="Name">The first part of its files' names, for example <c>s1</c>.</param>
/// <param name="Documents">Documents in it.</param>
/// <param name="Files">All its files.</param>
public sealed record SegmentInfo(string Name, int Documents, IReadOnlyList<SegmentFile> Files)
{
    /// <summary>
    /// A segment whose files may come in any order: they are listed by name, so that the manifest does not tell who wrote them first.
    /// </summary>
    internal static SegmentInfo Of(string name, int documents, IEnumerable<SegmentFile> files) =>
        new(name, documents, [.. files.OrderBy(file => file.Name, StringComparer.Ordinal)]);
}
