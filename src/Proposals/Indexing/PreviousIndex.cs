using ProposalSearch.Proposals.Schema;
using ProposalSearch.Proposals.Search;

namespace ProposalSearch.Proposals.Indexing;

/// <summary>The index that a run goes on from: its proposals, and what it remembers of their files.</summary>
internal sealed class PreviousIndex : IDisposable
{
    private readonly IProposalIndex _index;

    private PreviousIndex(IProposalIndex index, SourceMemory memory)
    {
        _index = index;
        Memory = memory;
    }

    /// <summary>What it remembers.</summary>
    public SourceMemory Memory { get; }

    /// <summary>The fingerprint of what it was made of.</summary>
    public string Fingerprint => _index.Metadata.Fingerprint;

    /// <summary>The wordings of its questions.</summary>
    public IReadOnlyList<QuestionWording> Wordings => _index.Metadata.Wordings;

    /// <summary>
    /// Opens the index of a folder; <see langword="null"/> where there is none that can be gone on from: absent, of another version of the
    /// program, made with another schema, or with a byte that is not as it was written, so that no damage passes into the next.
    /// </summary>
    public static PreviousIndex? Open(IndexingOptions options, ISearchBackend backend, ProposalSchema schema)
    {
        var isChecked = options.PreviousHeldIn != IndexHeldIn.Mapping;
        try
        {
            var index = isChecked ? backend.OpenToServe(options.Index, options.PreviousHeldIn) : backend.Open(options.Index);
            if (SourceMemory.Read(index.Metadata.SourceMemory) is { } memory
                && memory.Basis == SourceMemory.BasisOf(schema)
                && (isChecked || backend.Verify(options.Index).Faults.Count == 0))
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

    /// <summary>A proposal as it was indexed.</summary>
    /// <exception cref="PreviousIndexException">It is not there, or cannot be read any more.</exception>
    public Proposal Find(string id)
    {
        try
        {
            return _index.FindAsync(id).AsTask().GetAwaiter().GetResult()
                ?? throw new PreviousIndexException($"The index remembers '{id}' and does not hold it.");
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
        => failure is PreviousIndexException || failure is AggregateException several && several.Flatten().InnerExceptions.Any(static one => one is PreviousIndexException);
}
