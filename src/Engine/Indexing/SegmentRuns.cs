using System.Collections.Concurrent;
using ProposalSearch.Engine.Documents;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Engine.Indexing;

/// <summary>
/// The segments of one commit while it is prepared: chunks become segments on several threads, and whenever there are
/// <see cref="FanIn"/> in a row they become one, so that a merge never reads from more than that many. None of them is published: what is
/// published is the one that <see cref="Merge"/> or <see cref="BuildNow"/> names. Used by one thread.
/// </summary>
internal sealed class SegmentRuns(IndexDirectory directory, IndexSettings settings, MemoryPlan plan) : IDisposable
{
    /// <summary>Segments that are merged at the same time, at most.</summary>
    public const int FanIn = 96;

    private readonly SemaphoreSlim _free = new(plan.Threads);
    private readonly ConcurrentBag<SegmentTables> _tables = [];
    private readonly List<Run> _runs = [];
    private int _names;

    /// <summary>Segments begun and not merged into others.</summary>
    public int Count => _runs.Count;

    /// <summary>Chunks begun.</summary>
    public int Chunks { get; private set; }

    /// <summary>Begins a segment of these documents; waits until a thread is free for it.</summary>
    public void Begin(List<IndexDocument> documents, TextCodec codec)
    {
        _free.Wait();
        if (_runs.Find(run => run.Segment.IsFaulted) is { } failed)
        {
            _free.Release();
            failed.Segment.GetAwaiter().GetResult();
        }

        string name = NextName();
        var waiting = new Queue<IndexDocument>(documents);
        _runs.Add(new Run(Task.Run(() => Free(() => Build(name, waiting, codec))), 0));
        Chunks++;
        while (Row() is { } row)
        {
            BeginMerge(row);
        }
    }

    /// <summary>A segment of the only chunk.</summary>
    public SegmentInfo BuildNow(string name, List<IndexDocument> documents, TextCodec codec)
    {
        Chunks++;
        return Build(name, new Queue<IndexDocument>(documents), codec);
    }

    /// <summary>Waits for all segments and merges them into one.</summary>
    public SegmentInfo Merge(string name)
    {
        var segments = Task.WhenAll(_runs.Select(run => run.Segment)).GetAwaiter().GetResult();
        _tables.Clear();
        return MergeAndRemove(segments, name);
    }

    /// <summary>Waits for what is under way.</summary>
    public void Dispose()
    {
        Task.WhenAll(_runs.Select(run => run.Segment)).ContinueWith(_ => { }, TaskScheduler.Default).Wait();
        _free.Dispose();
    }

    /// <summary>The last runs, where they are as many of the same level as make one of the next.</summary>
    private List<Run>? Row()
    {
        int level = _runs[^1].Level;
        return _runs.Count >= FanIn && _runs.TakeLast(FanIn).All(run => run.Level == level) ? [.. _runs.TakeLast(FanIn)] : null;
    }

    private void BeginMerge(List<Run> row)
    {
        string name = NextName();
        _runs.RemoveRange(_runs.Count - row.Count, row.Count);
        _runs.Add(new Run(MergeAsync(row, name), row[0].Level + 1));
    }

    private async Task<SegmentInfo> MergeAsync(List<Run> row, string name)
    {
        var segments = await Task.WhenAll(row.Select(run => run.Segment)).ConfigureAwait(false);
        await _free.WaitAsync().ConfigureAwait(false);
        return await Task.Run(() => Free(() => MergeAndRemove(segments, name))).ConfigureAwait(false);
    }

    private SegmentInfo MergeAndRemove(SegmentInfo[] segments, string name)
    {
        var merged = SegmentMerger.Merge(directory, segments, name, settings, plan.MergeBytes);
        foreach (var file in segments.SelectMany(segment => segment.Files))
        {
            directory.DeleteFile(file.Name);
        }

        return merged;
    }

    private SegmentInfo Build(string name, Queue<IndexDocument> documents, TextCodec codec)
    {
        var tables = _tables.TryTake(out var used) ? used : new SegmentTables(settings.Analysis);
        using (var builder = new SegmentBuilder(directory, name, settings, codec, tables))
        {
            while (documents.TryDequeue(out var document))
            {
                builder.Add(document);
            }

            var segment = builder.Complete();
            _tables.Add(tables.Clear(plan.VocabularyBytes));
            return segment;
        }
    }

    private SegmentInfo Free(Func<SegmentInfo> work)
    {
        try
        {
            return work();
        }
        finally
        {
            _free.Release();
        }
    }

    /// <summary>A name that no published segment has: those begin with another letter.</summary>
    private string NextName() => $"t{++_names}";

    /// <summary>A segment that is there or on its way.</summary>
    /// <param name="Segment">The segment.</param>
    /// <param name="Level">How often its documents were merged.</param>
    private sealed record Run(Task<SegmentInfo> Segment, int Level);
}
