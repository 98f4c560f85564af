using ProposalSearch.Analysis.Forms;
using ProposalSearch.Proposals;
using ProposalSearch.Proposals.Inference;
using ProposalSearch.Proposals.Sources;
using ProposalSearch.Retrieval;
using ProposalSearch.Search;

namespace ProposalSearch.Indexing;

/// <summary>What to index, and where to.</summary>
/// <param name="Source">A folder, or a file, of proposals.</param>
/// <param name="Index">The index's folder.</param>
/// <param name="Schema">A schema file, or <see langword="null"/> for the built-in one.</param>
public sealed record IndexingOptions(string Source, string Index, string? Schema)
{
    /// <summary>
    /// Up to this many bytes of source files, what they hold stays in memory (in about three times as many bytes) between the pass that
    /// finds out what keys mean and the one that indexes. Files beyond are read a second time. Default 256 MiB. A file that holds many
    /// proposals always stays.
    /// </summary>
    public long MostRetainedBytes { get; init; } = 256L << 20;

    /// <summary>
    /// Which files of the folder are read, by their paths in it, such as <c>2015/*.md</c> or <c>**/*.yml</c>: <c>*</c> is part of a name,
    /// <c>**</c> any folders. Default none: all files of a kind that can be read.
    /// </summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Which of them are not, such as <c>drafts/**</c> or <c>**/README.md</c>. Default none.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>
    /// The language of the texts by BCP 47, such as <c>es</c>, whatever the schema says. Default <see langword="null"/>: that of the
    /// schema; where that names none, the language that the function words of the texts tell.
    /// </summary>
    public string? Language { get; init; }

    /// <summary>
    /// Whether every file is read, and nothing is taken from the index that is there. Default false. Of use where files are changed with
    /// their length and time of change kept.
    /// </summary>
    public bool Rebuild { get; init; }

    /// <summary>
    /// What the index that a run goes on from is read from. Default <see cref="IndexHeldIn.Mapping"/>, which takes no memory; a program
    /// that must live on when somebody cuts a file of it short takes another.
    /// </summary>
    public IndexHeldIn PreviousHeldIn { get; init; } = IndexHeldIn.Mapping;

    /// <summary>
    /// Whether a run that changes an index leaves the lists that depend on all proposals to the next (<see
    /// cref="IndexMetadata.AreListsStale"/>),
    /// for a program that opens the index in between. Default false: it publishes the changes, then makes the lists and publishes those.
    /// </summary>
    public bool DeferLists { get; init; }
}

/// <summary>How far a run is.</summary>
/// <param name="Done">Files done.</param>
/// <param name="Of">Files in all.</param>
public readonly record struct IndexingProgress(int Done, int Of)
{
    /// <summary>Copies of the index's parts that are still to be made on other machines, where these are waited for; else 0.</summary>
    public int CopiesLeft { get; init; }

    /// <summary>What is waited for, in words; <see langword="null"/> where nothing is.</summary>
    public string? Wait => CopiesLeft == 0 ? null
        : FormattableString.Invariant($"Waiting for copies on other nodes: {CopiesLeft:N0} left");
}

/// <summary>What a run of <see cref="IndexingPipeline"/> did.</summary>
public sealed record IndexingReport
{
    /// <summary>Files read, those that failed included.</summary>
    public required int Read { get; init; }

    /// <summary>Files that were not read, because they are as they were when the index was made that the run went on from.</summary>
    public int Known { get; init; }

    /// <summary>Whether nothing changed, so that the index that was there stays.</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>What was changed in the index that was there; <see langword="null"/> where it was made anew, or nothing changed.</summary>
    public IndexChanges? Changes { get; init; }

    /// <summary>
    /// Proposals that were not written again, since a run that was not finished had left them as they are: see
    /// <see cref="IIndexWriter.AlreadyThere"/>.
    /// </summary>
    public long AlreadyThere { get; init; }

    /// <summary>Size of the index in bytes, with all that is kept beside it.</summary>
    public long IndexBytes { get; init; }

    /// <summary>Proposals in the index.</summary>
    public required int Indexed { get; init; }

    /// <summary>Proposals that say that they are not served, as by <c>published: false</c>.</summary>
    public required int Unpublished { get; init; }

    /// <summary>By which key and value they say so, the one of most proposals first.</summary>
    public IReadOnlyList<KeyValueCount> UnpublishedBy { get; init; } = [];

    /// <summary>
    /// Proposals that are served though a key, such as <c>status: draft</c>, would mean that they are not, had the schema named it: for
    /// somebody to decide. The key and value of most proposals first.
    /// </summary>
    public IReadOnlyList<KeyValueCount> PerhapsUnpublished { get; init; } = [];

    /// <summary>Files that could not be read, each with what to do.</summary>
    public required IReadOnlyList<SourceFault> Failed { get; init; }

    /// <summary>How many files of the folder are of each kind that is not read, by their endings; the most frequent first.</summary>
    public IReadOnlyList<(string Ending, int Files)> PassedOver { get; init; } = [];

    /// <summary>
    /// Things that somebody should know; those with <see cref="SourceFault.LeavesOut"/> are in no proposal, the others lost nothing.
    /// </summary>
    public required IReadOnlyList<SourceFault> Warnings { get; init; }

    /// <summary>What was decided about keys that the schema does not know.</summary>
    public required IReadOnlyList<InferredRole> InferredRoles { get; init; }

    /// <summary>The facets whose values are paths; none where nothing changed.</summary>
    public IReadOnlyList<FacetLevels> Levels { get; init; } = [];

    /// <summary>The wordings of all questions, those with most answers first.</summary>
    public IReadOnlyList<QuestionWording> Wordings { get; init; } = [];

    /// <summary>The English name of the language that words are brought to their stems in.</summary>
    public string Language { get; init; } = BuiltInLanguages.English.Name;

    /// <summary>Why that language: a clause.</summary>
    public string LanguageReason { get; init; } = "";

    /// <summary>How long the run took.</summary>
    public required TimeSpan Elapsed { get; init; }
}

/// <summary>What a run changed in an index.</summary>
/// <param name="Replaced">Proposals that were there and are different now.</param>
/// <param name="Added">Proposals that were not there.</param>
/// <param name="Removed">Proposals that are there no more.</param>
/// <param name="BytesWritten">Bytes of files that were written for it; 0 where the index has no folder.</param>
/// <param name="AreListsStale">See <see cref="IndexMetadata.AreListsStale"/>.</param>
public sealed record IndexChanges(int Replaced, int Added, int Removed, long BytesWritten, bool AreListsStale);

/// <summary>How many proposals have a value of a key.</summary>
/// <param name="Key">The key in the files.</param>
/// <param name="Value">The value, in small letters.</param>
/// <param name="Proposals">How many.</param>
public sealed record KeyValueCount(string Key, string Value, int Proposals);
