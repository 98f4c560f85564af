using ProposalSearch.Engine.Indexing;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Engine.Tests.Storage;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Testing;

namespace ProposalSearch.Engine.Tests.Indexing;

/// <summary>An index of a test's documents in a folder of its own, opened.</summary>
public sealed class TestIndex : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private TestIndex(IndexSettings settings, IEnumerable<IndexDocument> documents)
    {
        using (var writer = IndexWriter.Create(_folder.Path, settings))
        {
            Add(writer, documents);
            writer.Commit();
        }

        Snapshot = IndexSnapshot.Open(_folder.Path);
    }

    public IndexSnapshot Snapshot { get; private set; }

    public string Folder => _folder.Path;

    /// <summary>One segment.</summary>
    public static TestIndex Of(IndexSettings settings, params IndexDocument[] documents) => new(settings, documents);

    /// <summary>One segment with the usual settings.</summary>
    public static TestIndex Of(params IndexDocument[] documents) => new(new IndexSettings(), documents);

    /// <summary>One segment with the usual settings, a document for each text, whose id is its number.</summary>
    public static TestIndex OfTexts(params string[] texts) => Of([.. texts.Select((text, i) => Document($"{i}", text))]);

    /// <summary>A segment for each part.</summary>
    public static TestIndex InParts(IndexSettings settings, IReadOnlyList<IndexDocument[]> parts)
    {
        var index = new TestIndex(settings, parts[0]);
        foreach (var part in parts.Skip(1))
        {
            index.Change(writer => Add(writer, part));
        }

        return index;
    }

    /// <summary>A document of sections with the label 0.</summary>
    public static IndexDocument Document(string id, params string[] sections) =>
        Labelled(id, [.. sections.Select(text => (0, text))]);

    /// <summary>A document of labelled sections.</summary>
    public static IndexDocument Labelled(string id, params (int Label, string Text)[] sections)
    {
        var document = new IndexDocument { Id = id };
        document.Sections.AddRange(sections.Select(section => new Section(section.Label, section.Text)));
        return document;
    }

    /// <summary>Commits changes and opens what came of them.</summary>
    public void Change(Action<IndexWriter> change)
    {
        var settings = Snapshot.Settings;
        using (var writer = IndexWriter.Update(_folder.Path, settings))
        {
            change(writer);
            writer.Commit();
        }

        Snapshot.Dispose();
        Snapshot = IndexSnapshot.Open(_folder.Path);
    }

    /// <summary>Ids of the hits, best first.</summary>
    public string[] Ids(SearchResult result) => [.. result.Hits.Select(hit => Snapshot.Document(hit.Document).Id)];

    /// <summary>Content of every file but the lock by name.</summary>
    public SortedDictionary<string, byte[]> Files() => FilesOf(_folder.Path);

    /// <summary>Content of every file of a folder but the lock by name.</summary>
    public static SortedDictionary<string, byte[]> FilesOf(string folder) => new(
        Directory.GetFiles(folder).Where(path => Path.GetFileName(path) != WriterLock.FileName).ToDictionary(path => Path.GetFileName(path), File.ReadAllBytes),
        StringComparer.Ordinal);

    public void Dispose()
    {
        Snapshot.Dispose();
        _folder.Dispose();
    }

    private static void Add(IndexWriter writer, IEnumerable<IndexDocument> documents)
    {
        foreach (var document in documents)
        {
            writer.Add(document);
        }
    }
}
