using ProposalSearch.Analysis.Forms;
using ProposalSearch.Retrieval;

namespace ProposalSearch.Search.Spelling;

/// <summary>What is known of how the words of an index are written. Read when first needed. Thread-safe.</summary>
internal sealed class SpellingKnowledge(IIndexReader reader, TermNormalizer normalizer, IReadOnlySet<string> functionWords)
{
    private WrittenWords? _written;

    /// <summary>Makes terms of words.</summary>
    public TermNormalizer Normalizer => normalizer;

    /// <summary>Whether what holds for English alone is used (<see cref="EnglishForms"/>).</summary>
    public bool IsEnglish { get; init; } = true;

    /// <summary>Words that are written as two words too.</summary>
    public Compounds Compounds { get; } = new(normalizer);

    /// <summary>What was looked up of its terms.</summary>
    public KnownTerms Terms { get; } = new();

    /// <summary>Words with signs within them; after <see cref="LoadAsync"/>.</summary>
    public WrittenWords Written => _written ?? WrittenWords.None;

    /// <summary>Whether a word only holds a sentence together, in the language of the index.</summary>
    public bool IsFunctionWord(string word) => functionWords.Contains(word);

    /// <summary>How many documents there are.</summary>
    public long Documents => reader.Identity.Documents;

    /// <summary>Reads what the index has of it.</summary>
    public async ValueTask LoadAsync(CancellationToken cancellation) => _written ??= WrittenWords.Read(
        await reader.ReadBlobAsync(WrittenWords.BlobName, cancellation).ConfigureAwait(false), normalizer, functionWords);
}
