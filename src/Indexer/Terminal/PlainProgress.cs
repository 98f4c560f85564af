using System.Globalization;
using ProposalSearch.Indexing;

namespace ProposalSearch.Indexer.Terminal;

/// <summary>Says at every tenth how far a long run is, and what it waits for, a line each; a short run says nothing. Thread-safe.</summary>
internal sealed class PlainProgress(TextWriter writer) : IProgress<IndexingProgress>
{
    private const int FewFiles = 5000;
    private readonly Lock _lock = new();
    private int _said;

    /// <inheritdoc/>
    public void Report(IndexingProgress value)
    {
        if (value.Wait is { } wait)
        {
            lock (_lock)
            {
                writer.WriteLine(wait + ".");
            }

            return;
        }

        if (value.Of < FewFiles)
        {
            return;
        }

        int tenth = value.Done * 10 / value.Of;
        lock (_lock)
        {
            if (tenth > _said)
            {
                _said = tenth;
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Read {value.Done:N0} of {value.Of:N0} files."));
            }
        }
    }
}
