using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Engine.Tests.Searching;

/// <summary>All documents with what BM25 needs to know of them together.</summary>
internal sealed class PlainIndex
{
    private readonly Dictionary<string, int>[] _frequencies;

    public PlainIndex(IEnumerable<IndexDocument> documents, IndexSettings settings)
    {
        Documents = [.. documents.Select(document => new PlainDocument(document, settings))];
        WithWords = Documents.Count(document => document.Length > 0);
        AverageLength = WithWords == 0 ? 1 : Documents.Sum(document => document.Length) / (double)WithWords;
        _frequencies = [Count(TermForm.Stemmed), Count(TermForm.Exact)];
    }

    public PlainDocument[] Documents { get; }

    public int WithWords { get; }

    public double AverageLength { get; }

    public IReadOnlyCollection<string> Terms(TermForm form) => _frequencies[(int)form].Keys;

    public int Frequency(TermForm form, string term) => _frequencies[(int)form].GetValueOrDefault(term);

    /// <summary>BM25's rarity; a stop word can be in more documents than have words, for a stop word is no word.</summary>
    public double Rarity(int frequency) => Math.Log(1 + ((Math.Max(WithWords, frequency) - frequency + 0.5) / (frequency + 0.5)));

    /// <summary>BM25's part that depends on the document.</summary>
    public double Saturation(PlainDocument document, double frequency) =>
        frequency / (frequency + (1.2 * (1 - 0.75 + (0.75 * document.KeptLength / AverageLength))));

    private Dictionary<string, int> Count(TermForm form) =>
        Documents.SelectMany(document => document.Terms(form))
            .GroupBy(term => term)
            .ToDictionary(group => group.Key, group => group.Count());
}
