using ProposalSearch.Engine.Indexing;
using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Testing;

namespace ProposalSearch.Engine.Tests.Indexing;

/// <summary>An index of a test's documents in a folder of its own, opened.</summary>
internal sealed class TestIndex : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private TestIndex(Action<string> build)
    {
        build(_folder.Path);
        Snapshot = IndexSnapshot.Open(_folder.Path);
    }

    public IndexSnapshot Snapshot { get; }

    public string Folder => _folder.Path;

    /// <summary>One segment.</summary>
    public static TestIndex Of(IndexSettings settings, params IndexDocument[] documents) =>
        new(folder => Build(folder, settings, documents));

    /// <summary>One segment with the usual settings.</summary>
    public static TestIndex Of(params IndexDocument[] documents) => Of(new IndexSettings(), documents);

    /// <summary>One segment with the usual settings, a document for each text, whose id is its number.</summary>
    public static TestIndex OfTexts(params string[] texts) => Of([.. texts.Select((text, i) => Document($"{i}", text))]);

    /// <summary>A segment for each part, where a writer would make one of all.</summary>
    public static TestIndex InParts(IndexSettings settings, IReadOnlyList<IndexDocument[]> parts) =>
        new(folder => BuildInParts(folder, settings, parts));

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

    /// <summary>Ids of the hits, best first.</summary>
    public string[] Ids(SearchResult result) => [.. result.Hits.Select(hit => Snapshot.Document(hit.Document).Id)];

    /// <summary>Content of every file but the lock by name.</summary>
    public SortedDictionary<string, byte[]> Files() => FilesOf(_folder.Path);

    /// <summary>Content of every file of a folder but the lock by name.</summary>
    public static SortedDictionary<string, byte[]> FilesOf(string folder) => new(
        Directory.GetFiles(folder)
            .Where(path => Path.GetFileName(path) != WriterLock.FileName)
            .ToDictionary(path => Path.GetFileName(path), File.ReadAllBytes),
        StringComparer.Ordinal);

    public void Dispose()
    {
        Snapshot.Dispose();
        _folder.Dispose();
    }

    private static void Build(string folder, IndexSettings settings, IndexDocument[] documents)
    {
        using var writer = IndexWriter.Create(folder, settings);
        Array.ForEach(documents, writer.Add);
        writer.Commit();
    }

    private static void BuildInParts(string folder, IndexSettings settings, IReadOnlyList<IndexDocument[]> parts)
    {
        var directory = IndexDirectory.CreateOrOpen(folder);
        using var taken = directory.Lock();
        var codec = CodecTraining.Train([.. parts.SelectMany(part => part)]);
        var segments = new List<SegmentInfo>();
        foreach (var part in parts)
        {
            using var builder = new SegmentBuilder(
                directory, $"s{segments.Count + 1}", settings, codec, new SegmentTables(settings.Analysis));
            Array.ForEach(part, builder.Add);
            segments.Add(builder.Complete());
        }

        directory.Publish(new Manifest { Generation = 1, NextSegment = segments.Count + 1, Segments = segments });
    }
}
