using ProposalSearch.Proposals;
using ProposalSearch.Proposals.Schema;
using ProposalSearch.Retrieval;
using ProposalSearch.Search;

namespace ProposalSearch.Indexing;

/// <summary>The index that a run goes on from: its proposals, and what it remembers of their files.</summary>
internal sealed class PreviousIndex : IDisposable
{
    private readonly ProposalIndex _index;

    private PreviousIndex(ProposalIndex index, SourceMemory memory)
    {
        _index = index;
        Memory = memory;
    }

    public SourceMemory Memory { get; }

    /// <summary>The fingerprint of what it was made of.</summary>
    public string Fingerprint => _index.Metadata.Fingerprint;

    public IReadOnlyList<QuestionWording> Wordings => _index.Metadata.Wordings;

    /// <summary>
    /// Opens the index of a location; <see langword="null"/> where everything is to be read, or the index cannot be gone on from: absent,
    /// of another version of the program, made with another schema, or damaged.
    /// </summary>
    public static async Task<PreviousIndex?> OpenAsync(
        IndexingOptions options, SearchBackend backend, ProposalSchema schema, CancellationToken cancellation)
    {
        if (options.Rebuild)
        {
            return null;
        }

        var isChecked = options.PreviousHeldIn != IndexHeldIn.Mapping;
        try
        {
            var index = isChecked
                ? await backend.OpenToServeAsync(options.Index, options.PreviousHeldIn, cancellation).ConfigureAwait(false)
                : await backend.OpenAsync(options.Index, cancellation).ConfigureAwait(false);
            if (await SourceMemory.ReadAsync(index, cancellation).ConfigureAwait(false) is { } memory
                && memory.Basis == SourceMemory.BasisOf(schema)
                && (isChecked || (await backend.VerifyAsync(options.Index, cancellation).ConfigureAwait(false)).Faults.Count == 0))
            {
                return new PreviousIndex(index, memory);
            }

            index.Dispose();
            return null;
        }
        catch (IndexUnavailableException)
        {
            return null;
        }
    }

    /// <summary>The index that is changed; <see langword="null"/> where it was made with another schema. The caller disposes of
    /// it.</summary>
    public static async ValueTask<PreviousIndex?> OfAsync(ProposalIndex index, ProposalSchema schema, CancellationToken cancellation) =>
        await SourceMemory.ReadAsync(index, cancellation)
            .ConfigureAwait(false) is { } memory && memory.Basis == SourceMemory.BasisOf(schema)
            ? new PreviousIndex(index, memory) : null;

    /// <summary>Proposals as they were indexed, by id.</summary>
    /// <exception cref="PreviousIndexException">One is not there, or cannot be read any more.</exception>
    public async Task<Dictionary<string, Proposal>> FindAsync(IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        try
        {
            var found = await _index.FindAsync(ids, cancellation).ConfigureAwait(false);
            return ids.Index().ToDictionary(
                pair => pair.Item,
                pair => found[pair.Index] ?? throw new PreviousIndexException($"The index remembers '{pair.Item}' and does not hold it."),
                StringComparer.Ordinal);
        }
        catch (IndexUnavailableException damage)
        {
            throw new PreviousIndexException(damage.Message);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _index.Dispose();
}

/// <summary>The index that was there cannot be gone on from after all: everything has to be read.</summary>
internal sealed class PreviousIndexException : Exception
{
    /// <summary>It cannot, for this reason.</summary>
    public PreviousIndexException(string message)
        : base(message)
    {
    }

    /// <summary>Whether a failure is one, or several threads' failures hold one.</summary>
    public static bool IsIn(Exception failure)
        => failure is PreviousIndexException || (failure is AggregateException several && several.Flatten().InnerExceptions.Any(IsIn));
}
