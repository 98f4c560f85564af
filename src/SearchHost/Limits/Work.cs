using ProposalSearch.Search;

namespace ProposalSearch.SearchHost.Limits;

/// <summary>How much a request may cost, as far as that can be told before it is carried out.</summary>
internal enum Work
{
    /// <summary>A search as people type it, a proposal, a suggestion.</summary>
    Ordinary,

    /// <summary>What may cost a hundred times as much: see <see cref="WorkOf"/>.</summary>
    Expensive,
}

/// <summary>Tells expensive requests from ordinary ones beforehand, so that a few cannot take the place of all others.</summary>
internal static class WorkOf
{
    private const int LongText = 200;
    private const int ManyPatterns = 3;
    private const int ShortBeginning = 3;
    private const int ManySnippets = 100;
    private const int DeepPage = 1_000;
    private const int ManyValues = 50;
    private const int LongFacets = 1_000;

    /// <summary>
    /// Whether a search is expensive: long texts, many patterns or ones with short beginnings, explanations, many snippets, deep pages,
    /// many values.
    /// </summary>
    public static Work Search(SearchRequest request)
        => request.Explain
            || IsExpensive(request.Text)
            || request.PerPage * request.Snippets > ManySnippets
            || (long)request.Page * request.PerPage > DeepPage
            || request.FacetSize > LongFacets
            || request.Filters.Sum(filter => filter.Include.Count + filter.Exclude.Count) > ManyValues
            ? Work.Expensive
            : Work.Ordinary;

    private static bool IsExpensive(string text)
    {
        if (text.Length > LongText)
        {
            return true;
        }

        var (letters, patterns) = (0, 0);
        foreach (var character in text)
        {
            if (character is '*' or '?' or '~')
            {
                if (character != '~' && letters < ShortBeginning)
                {
                    return true;
                }

                patterns++;
            }

            letters = char.IsLetterOrDigit(character) ? letters + 1 : 0;
        }

        return patterns > ManyPatterns;
    }
}
