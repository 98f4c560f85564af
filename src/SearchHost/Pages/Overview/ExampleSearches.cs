using ProposalSearch.Analysis.Forms;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Snapshots;

namespace ProposalSearch.SearchHost.Pages.Overview;

/// <summary>
/// Searches to try that the proposals themselves suggest: words side by side in several titles, which some proposals have, and not most of
/// them. Found by a few small searches when somebody asks for the first time, and then known as long as the index is.
/// </summary>
internal static class ExampleSearches
{
    private const int Most = 4;
    private const int MostPhrases = 3;

    // Each is searched for once.
    private const int MostTried = 12;
    private const int Samples = 5;

    // What more than this share of the proposals have tells nothing of their subjects. In so small an archive shares tell nothing either,
    // and titles have nothing in common.
    private const double LargestShare = .15;
    private const int Small = 50;

    /// <summary>The searches, as people type them; none where the titles have nothing in common.</summary>
    public static ValueTask<IReadOnlyList<string>> OfAsync(IndexSnapshot snapshot, CancellationToken cancellation) =>
        snapshot.ExamplesAsync(FindAsync, cancellation);

    private static async ValueTask<IReadOnlyList<string>> FindAsync(IndexSnapshot snapshot, CancellationToken cancellation)
    {
        var isSmall = snapshot.Identity.Documents < Small;
        var phrases = new TitlePhrases(snapshot.Language.StopWords, isSmall ? 1 : 2);
        foreach (var title in await TitlesAsync(snapshot, cancellation).ConfigureAwait(false))
        {
            phrases.Add(title);
        }

        var found = new List<string>();
        foreach (var (candidates, room) in new[] { (isSmall ? [] : phrases.Pairs, MostPhrases), (phrases.Words, Most) })
        {
            var told = new List<(string Text, long Total)>();
            foreach (var candidate in candidates.Take(MostTried))
            {
                told.Add((candidate, await TotalAsync(snapshot, candidate, cancellation).ConfigureAwait(false)));
            }

            var most = isSmall ? snapshot.Identity.Documents - 1 : (long)(LargestShare * snapshot.Identity.Documents);
            var telling = told.Where(one => one.Total > 1 && one.Total <= most).OrderByDescending(static one => one.Total);
            Add(found, room, telling.Select(static one => one.Text), snapshot.Language);
        }

        return found;
    }

    /// <summary>Adds what has no word of those before it, in no form, as long as there is room.</summary>
    private static void Add(List<string> found, int room, IEnumerable<string> telling, ILanguage language)
    {
        foreach (var text in telling)
        {
            if (found.Count < room && !found.SelectMany(Stems).Intersect(Stems(text), StringComparer.Ordinal).Any())
            {
                found.Add(text);
            }
        }

        IEnumerable<string> Stems(string text) => text.ToLowerInvariant().Split(' ').Select(word => language.Stem(word) ?? word);
    }

    /// <summary>Titles from the beginning, the middle and the end of the archive, which may be long.</summary>
    private static async ValueTask<List<string>> TitlesAsync(IndexSnapshot snapshot, CancellationToken cancellation)
    {
        var (titles, pages) = (new List<string>(), (long)SearchLimits.Window / SearchLimits.MaxPerPage);
        pages = Math.Min(pages, (snapshot.Identity.Documents + SearchLimits.MaxPerPage - 1) / SearchLimits.MaxPerPage);
        foreach (var page in Enumerable.Range(0, Samples).Select(at => 1 + (int)(at * (pages - 1) / (Samples - 1))).Distinct())
        {
            var request = new SearchRequest { Page = page, PerPage = SearchLimits.MaxPerPage, Snippets = 0, Facets = [] };
            var response = await snapshot.Index.SearchAsync(request, cancellation).ConfigureAwait(false);
            titles.AddRange(response.Hits.Select(static hit => hit.Title));
        }

        return titles;
    }

    /// <summary>How many proposals have all of these words; 0 where none has, and the search is for others instead.</summary>
    private static async ValueTask<long> TotalAsync(IndexSnapshot snapshot, string text, CancellationToken cancellation)
    {
        var request = new SearchRequest { Text = text, PerPage = 0, Snippets = 0, Facets = [] };
        var response = await snapshot.Index.SearchAsync(request, cancellation).ConfigureAwait(false);
        return response.Query.Relaxed || response.Query.Corrected is not null ? 0 : response.Total;
    }
}
