using System.Collections.Frozen;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;
using ProposalSearch.Analysis.Forms;

namespace ProposalSearch.Languages;

/// <summary>A language as an analyzer of Lucene.Net has it: a word's stem is what the analyzer makes of the word alone.</summary>
internal sealed class LuceneLanguage : ILanguage
{
    private readonly Lazy<Lucene.Net.Analysis.Analyzer> _analyzer;
    private readonly Lazy<FrozenSet<string>> _stopWords;
    private readonly Lazy<FrozenSet<string>> _plainStopWords;
    private readonly LuceneAnalyzer _known;

    public LuceneLanguage(LuceneAnalyzer known)
    {
        _known = known;
        _analyzer = new Lazy<Lucene.Net.Analysis.Analyzer>(() => known.Create(LuceneVersion.LUCENE_48));
        _stopWords = new Lazy<FrozenSet<string>>(() => known.AllStopWords.ToFrozenSet(StringComparer.Ordinal));
        _plainStopWords = new Lazy<FrozenSet<string>>(() => _stopWords.Value.Select(Folding.Of).ToFrozenSet(StringComparer.Ordinal));
    }

    /// <inheritdoc/>
    public string Code => _known.Code;

    /// <inheritdoc/>
    public string Name => _known.Name;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> StopWords => _stopWords.Value;

    /// <inheritdoc/>
    public bool PartsCharacters => false;

    /// <inheritdoc/>
    public Range Bare(ReadOnlySpan<char> word)
    {
        if (_known.Elided.Count == 0)
        {
            return ..;
        }

        var apostrophe = word.IndexOfAny('\'', '\u2019', '\uFF07');
        return apostrophe > 0 && apostrophe + 1 < word.Length && IsElided(word[..apostrophe]) ? (apostrophe + 1).. : ..;
    }

    /// <inheritdoc/>
    /// <remarks>A stop word that is typed without its accents is one too.</remarks>
    public string? Stem(string word)
    {
        var lower = Accents.Compose(word.ToLowerInvariant());
        var isStopWord = _stopWords.Value.Contains(lower) || _plainStopWords.Value.Contains(lower);
        return isStopWord || Analyse(lower.Length == word.Length ? word : lower) is not { } stem ? null : _known.OwnStem(lower) ?? stem;
    }

    private string? Analyse(string word)
    {
        using var tokens = _analyzer.Value.GetTokenStream("", word);
        var term = tokens.GetAttribute<ICharTermAttribute>();
        tokens.Reset();
        var stem = tokens.IncrementToken() ? term.ToString() : null;
        tokens.End();
        return stem;
    }

    private bool IsElided(ReadOnlySpan<char> start)
    {
        foreach (var elided in _known.Elided)
        {
            if (start.Equals(elided, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
