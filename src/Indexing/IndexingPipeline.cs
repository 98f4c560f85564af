using ProposalSearch.Proposals.Mapping;
using ProposalSearch.Proposals.Schema;
using ProposalSearch.Proposals.Sources;
using ProposalSearch.Retrieval;
using ProposalSearch.Search;

namespace ProposalSearch.Indexing;

/// <summary>Sources to index: reads proposals and hands them to a backend. Both the indexer and the host run it.</summary>
public static class IndexingPipeline
{
    /// <summary>
    /// Builds and publishes an index. A file that cannot be read is reported and costs nothing but itself; proposals that say
    /// <c>published: false</c> are counted and left out; the others go to the backend in the ordinal order of their ids. The index that was
    /// there stays in place until the new one is whole, and when the run is cancelled.
    /// <para> Files that are as the index remembers them are not read: their proposals come from that index. What comes out is what reading
    /// everything would give. Where nothing changed at all, nothing is published (<see cref="IndexingReport.IsUnchanged"/>).
    /// </para>
    /// </summary>
    /// <param name="options">What to index, and where to.</param>
    /// <param name="backend">Makes the index.</param>
    /// <param name="time">Measures how long the run takes.</param>
    /// <param name="progress">Told how far the run is, about two hundred times at most, by any thread.</param>
    /// <param name="cancellation">Ends the run without publishing.</param>
    /// <exception cref="IndexUnavailableException">The index cannot be written.</exception>
    /// <exception cref="SourceUnavailableException">There is nothing to index, or the schema cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled.</exception>
    public static async Task<IndexingReport> RunAsync(
        IndexingOptions options,
        SearchBackend backend,
        TimeProvider time,
        IProgress<IndexingProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        var started = time.GetTimestamp();
        var keys = new SchemaKeys(Schema(options, backend));
        var folder = SourceFolder.List(options.Source, new SourceGlobs(options.Include, options.Exclude));
        IndexingReport report;
        try
        {
            report = await RunAsync(options).ConfigureAwait(false);
        }
        catch (Exception fault) when (PreviousIndexException.IsIn(fault))
        {
            report = await RunAsync(options with { Rebuild = true }).ConfigureAwait(false);
        }

        var bytes = await BytesAsync(options.Index, backend, cancellation).ConfigureAwait(false);
        return report with { Elapsed = time.GetElapsedTime(started), IndexBytes = bytes };

        async Task<IndexingReport> RunAsync(IndexingOptions how)
        {
            var sources = new Sources(how, keys, folder, backend, new ProgressCount(progress, folder.Files.Count), time, cancellation);
            var changed = how.Rebuild ? null : await ChangeAsync(sources).ConfigureAwait(false);
            return changed ?? await BuildAsync(sources).ConfigureAwait(false);
        }
    }

    /// <summary>What a run is about.</summary>
    private sealed record Sources(
        IndexingOptions Options,
        SchemaKeys Keys,
        SourceFolder Folder,
        SearchBackend Backend,
        ProgressCount Count,
        TimeProvider Time,
        CancellationToken Cancellation)
    {
        /// <summary>Where the times of files are kept; <see langword="null"/> where the index has no folder.</summary>
        public string? TimesFolder => Backend.HasFolders ? Options.Index : null;

        public IndexingRun Run(FileLooks looks, PreviousIndex? previous) =>
            new(Options, Keys, Folder, looks, Backend, previous, Count, Cancellation);
    }

    private static async Task<IndexingReport> BuildAsync(Sources sources)
    {
        var (options, backend, cancellation) = (sources.Options, sources.Backend, sources.Cancellation);
        var builder = await backend.BuildAsync(options.Index, cancellation).ConfigureAwait(false);
        await using var building = builder.ConfigureAwait(false);
        builder.TellCopiesLeft(sources.Count);
        using var previous = await PreviousIndex.OpenAsync(options, backend, sources.Keys.Schema, cancellation).ConfigureAwait(false);
        var known = previous?.Memory.PathsWithContent() ?? [];
        var looks = FileLooks.At(sources.Folder.Files, known, sources.Time, cancellation);
        looks = previous is null ? looks
            : looks.WithHashes(FileTimes.Read(sources.TimesFolder), sources.Keys.Schema.FileBytes, cancellation);
        return await sources.Run(looks, previous).ExecuteAsync(builder).ConfigureAwait(false);
    }

    private static async Task<long> BytesAsync(string location, SearchBackend backend, CancellationToken cancellation)
    {
        if (backend.HasFolders)
        {
            return Directory.Exists(location) ? new DirectoryInfo(location).EnumerateFiles().Sum(static file => file.Length) : 0;
        }

        using var index = await backend.OpenAsync(location, cancellation).ConfigureAwait(false);
        return (await index.StatisticsAsync(cancellation).ConfigureAwait(false)).Bytes;
    }

    /// <summary>Changes the index that is there; <see langword="null"/> where it has to be made anew.</summary>
    private static async Task<IndexingReport?> ChangeAsync(Sources sources)
    {
        var (options, schema, cancellation) = (sources.Options, sources.Keys.Schema, sources.Cancellation);
        if (await sources.Backend.UpdateAsync(options.Index, cancellation).ConfigureAwait(false) is not { } update)
        {
            return null;
        }

        await using var changing = update.ConfigureAwait(false);
        update.TellCopiesLeft(sources.Count);
        if (await PreviousIndex.OfAsync(update.Before, schema, cancellation).ConfigureAwait(false) is not { } previous)
        {
            return null;
        }

        try
        {
            var looks = FileLooks.At(sources.Folder.Files, previous.Memory.PathsWithContent(), sources.Time, cancellation)
                .WithHashes(FileTimes.Read(sources.TimesFolder), schema.FileBytes, cancellation);
            return await sources.Run(looks, previous).ChangeAsync(update).ConfigureAwait(false);
        }
        catch (UpdateRefusedException)
        {
            return null;
        }
    }

    private static ProposalSchema Schema(IndexingOptions options, SearchBackend backend)
    {
        var schema = Schema(options);
        ArchiveLanguage.Named(options, schema, backend);
        return schema;
    }

    /// <summary>The schema, and the language that was asked for: with another, words become other terms.</summary>
    private static ProposalSchema Schema(IndexingOptions options)
    {
        var schema = SchemaFile.Load(options.Schema);
        return options.Language is { Length: > 0 } language ? schema with { Digest = $"{schema.Digest} {language}" } : schema;
    }

    /// <summary>
    /// Today's fingerprint of sources and schema, to compare with <see cref="IndexMetadata.Fingerprint"/>. Reads every file, but looks
    /// into none.
    /// </summary>
    /// <exception cref="SourceUnavailableException">There is no such folder or file; or the schema cannot be read.</exception>
    public static string Fingerprint(IndexingOptions options)
    {
        var schema = Schema(options);
        var files = SourceFolder.List(options.Source, new SourceGlobs(options.Include, options.Exclude)).Files;
        var hashes = SourcePass.Hash(files, schema.FileBytes);
        return SourceFingerprint.Of(schema, files.Select((file, at) => (file.RelativePath, hashes[at])));
    }
}
