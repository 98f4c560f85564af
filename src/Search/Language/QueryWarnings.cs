using ProposalSearch.Foundation.Texts;

namespace ProposalSearch.Search.Language;

/// <summary>Collects sentences about a query: each once, and not without end.</summary>
internal sealed class QueryWarnings
{
    private const int MaxWarnings = 12;
    private const int LongestExcerpt = 41;

    private readonly List<string> _sentences = [];
    private int _withheld;

    /// <summary>How many there are.</summary>
    public int Count => _sentences.Count;

    /// <summary>Adds a sentence unless it is there.</summary>
    public void Add(string sentence)
    {
        if (_sentences.Contains(sentence, StringComparer.Ordinal))
        {
            return;
        }

        if (_sentences.Count < MaxWarnings)
        {
            _sentences.Add(sentence);
        }
        else
        {
            _withheld++;
        }
    }

    /// <summary>All sentences, the last of which counts those that are not listed.</summary>
    public IReadOnlyList<string> ToList() =>
        _withheld == 0
            ? _sentences
            : [.. _sentences, FormattableString.Invariant($"{_withheld} more parts of the query were not read as they stand.")];

    /// <summary>A text to quote in a sentence, shortened if it is long.</summary>
    public static string Excerpt(ReadOnlySpan<char> text) => ShortText.Of(text, LongestExcerpt);
}
