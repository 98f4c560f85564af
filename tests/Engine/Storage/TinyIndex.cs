using ProposalSearch.Engine.Storage;

namespace ProposalSearch.Engine.Tests.Storage;

/// <summary>An index with next to nothing in it, for tests of the folder and its files.</summary>
internal static class TinyIndex
{
    /// <summary>Writes one file.</summary>
    public static SegmentFile WriteFile(this IndexDirectory directory, string name, params byte[] content)
    {
        using var writer = directory.CreateFile(name, FileKind.Settings);
        writer.Write(content);
        return writer.Complete();
    }

    /// <summary>Publishes one segment of two files; each generation has its own.</summary>
    public static Manifest Commit(this IndexDirectory directory, long generation)
    {
        var name = $"s{generation}";
        var files = new[]
        {
            directory.WriteFile($"{name}.terms", 1, 2, 3, (byte)generation),
            directory.WriteFile($"{name}.columns"),
        };
        var manifest = new Manifest
        {
            Generation = generation,
            NextSegment = generation + 1,
            Segments = [new SegmentInfo(name, 3, files)],
            Files = [directory.WriteFile($"g{generation}.settings", 9)],
        };
        directory.Publish(manifest);
        return manifest;
    }
}
