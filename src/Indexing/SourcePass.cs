using ProposalSearch.Proposals.Mapping;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Indexing;

/// <summary>Reads all files, as many at once as there are processors; what comes out does not depend on who was first.</summary>
internal static class SourcePass
{
    /// <summary>The readings, in the order of the files.</summary>
    public static SourceReading[] Read(
        IReadOnlyList<SourceFile> files, SchemaKeys keys, Action fileDone, CancellationToken cancellation)
    {
        var readings = new SourceReading[files.Count];
        Parallel.For(0, files.Count, Options(cancellation), at =>
        {
            readings[at] = Read(files[at], keys);
            fileDone();
        });
        return readings;
    }

    /// <summary>One file, with the keys of its records laid flat.</summary>
    public static SourceReading Read(SourceFile file, SchemaKeys keys)
    {
        var reading = SourceReader.Read(file, keys.Schema.FileBytes, keys.IsUnpublished);
        foreach (var record in reading.Records)
        {
            record.Entries = FlatFields.Of(record.Fields, keys);
            record.Written = RecordLanguage.Of(record);
        }

        return reading;
    }

    /// <summary>The hashes of the files, in their order.</summary>
    public static string[] Hash(IReadOnlyList<SourceFile> files, long limit)
    {
        var hashes = new string[files.Count];
        Parallel.For(0, files.Count, Options(CancellationToken.None), at => hashes[at] = SourceReader.Hash(files[at], limit));
        return hashes;
    }

    /// <summary>As many threads as processors.</summary>
    public static ParallelOptions Options(CancellationToken cancellation)
        => new() { CancellationToken = cancellation, MaxDegreeOfParallelism = Environment.ProcessorCount };
}
