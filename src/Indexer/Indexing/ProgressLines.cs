using ProposalSearch.Proposals.Indexing;

namespace ProposalSearch.Indexer.Indexing;

/// <summary>Progress where nobody looks on, such as in a log: a line every few seconds, none for a short run.</summary>
internal sealed class ProgressLines : IProgress<IndexingProgress>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly TextWriter _output;
    private readonly TimeProvider _time;
    private long _last;

    public ProgressLines(TextWriter output, TimeProvider time)
    {
        _output = output;
        _time = time;
        _last = time.GetTimestamp();
    }

    /// <inheritdoc/>
    public void Report(IndexingProgress value)
    {
        lock (_lock)
        {
            if (_time.GetElapsedTime(_last) >= Pause)
            {
                _last = _time.GetTimestamp();
                _output.WriteLine($"{Terminal.Number(value.Done)} of {Terminal.Number(value.Of)} files");
            }
        }
    }
}
