using ProposalSearch.Analysis.Forms;
using ProposalSearch.Proposals;
using ProposalSearch.Search;
using ProposalSearch.SearchHost.Identity;
using ProposalSearch.SearchHost.Snapshots;

namespace ProposalSearch.SearchHost.Pages.Overview;

/// <summary>
/// Searches to try that the proposals themselves suggest: words side by side in several titles, which some proposals have, and not most of
/// them. Found by a few small searches before the index answers, some of them side by side since an engine may be a network away, and then
/// known as long as it is.
/// </summary>
internal static class ExampleSearches
{
    private const int Most = 4;
    private const int MostPhrases = 3;

    // Each is searched for once.
    private const int MostTried = 12;

    // More would keep a small cluster from other searches, and let each other's time run out.
    private const int AtOnce = 6;
    private const int Samples = 5;
    private const int LeastProse = 100;

    // What more than this share of the proposals have tells nothing of their subjects. In so small an archive shares tell nothing either,
    // and titles have nothing in common.
    private const double LargestShare = .15;
    private const int Small = 50;

    // Somebody who tries an example is to see that several proposals answer: not the two of one organization.
    private const int LeastFound = 4;
    private const int LeastOfFew = 2;

    /// <summary>The searches, as people type them; none where the titles have nothing in common.</summary>
    public static ValueTask<IReadOnlyList<string>> OfAsync(IndexSnapshot snapshot, CancellationToken cancellation) =>
        snapshot.ExamplesAsync(FindAsync, cancellation);

    /// <summary>Those that the operator names, or else those that the proposals suggest.</summary>
    public static async ValueTask<IReadOnlyList<string>> OfAsync(
        SiteIdentity site, IndexSnapshot snapshot, CancellationToken cancellation) =>
        site.Examples.Count > 0 ? site.Examples : await OfAsync(snapshot, cancellation).ConfigureAwait(false);

    /// <summary>Finds them before anybody asks, unless the operator names some.</summary>
    public static async ValueTask PrepareAsync(SiteIdentity site, IndexSnapshot snapshot, CancellationToken cancellation) =>
        _ = await OfAsync(site, snapshot, cancellation).ConfigureAwait(false);

    private static async ValueTask<IReadOnlyList<string>> FindAsync(IndexSnapshot snapshot, CancellationToken cancellation)
    {
        var isSmall = snapshot.Identity.Documents < Small;
        var phrases = new CommonPhrases(snapshot.Language.StopWords, isSmall ? word => snapshot.Language.Stem(word) ?? word : null);
        var hits = await HitsAsync(snapshot, cancellation).ConfigureAwait(false);
        foreach (var hit in hits)
        {
            phrases.Add(isSmall ? await TextsAsync(snapshot, hit, cancellation).ConfigureAwait(false) : [hit.Title]);
        }

        var found = new List<string>();
        foreach (var (candidates, room) in new[] { (phrases.Pairs, isSmall ? Most : MostPhrases), (phrases.Words, Most) })
        {
            var told = new List<(string Text, long Total)>();
            foreach (var some in candidates.Take(MostTried).Chunk(AtOnce))
            {
                told.AddRange(await Task.WhenAll(some.Select(CountedAsync)).ConfigureAwait(false));
            }

            var most = isSmall ? snapshot.Identity.Documents - 1 : (long)(LargestShare * snapshot.Identity.Documents);
            var least = isSmall ? LeastOfFew : LeastFound;
            var telling = told.Where(one => one.Total >= least && one.Total <= most).OrderByDescending(static one => one.Total);
            Add(found, room, telling.Select(static one => one.Text), snapshot.Language);
        }

        return found;

        async Task<(string Text, long Total)> CountedAsync(string text) =>
            (text, await TotalAsync(snapshot, text, cancellation).ConfigureAwait(false));
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

    /// <summary>Proposals from the beginning, the middle and the end of the archive, which may be long.</summary>
    private static async ValueTask<IEnumerable<Hit>> HitsAsync(IndexSnapshot snapshot, CancellationToken cancellation)
    {
        var pages = (long)SearchLimits.Window / SearchLimits.MaxPerPage;
        pages = Math.Min(pages, (snapshot.Identity.Documents + SearchLimits.MaxPerPage - 1) / SearchLimits.MaxPerPage);
        var numbers = Enumerable.Range(0, Samples).Select(at => 1 + (int)(at * (pages - 1) / (Samples - 1))).Distinct();
        var read = await Task.WhenAll(numbers.Select(number => PageAsync(snapshot, number, cancellation))).ConfigureAwait(false);
        return read.SelectMany(static page => page);
    }

    private static async Task<IReadOnlyList<Hit>> PageAsync(IndexSnapshot snapshot, int number, CancellationToken cancellation)
    {
        var request = new SearchRequest { Page = number, PerPage = SearchLimits.MaxPerPage, Snippets = 0, Facets = [] };
        return (await snapshot.Index.SearchAsync(request, cancellation).ConfigureAwait(false)).Hits;
    }

    /// <summary>Titles of a handful have nothing in common: there all that a proposal says counts.</summary>
    private static async ValueTask<IReadOnlyList<string>> TextsAsync(IndexSnapshot snapshot, Hit hit, CancellationToken cancellation)
    {
        var proposal = await snapshot.Index.FindAsync(hit.Id, cancellation).ConfigureAwait(false);
        return proposal is null ? [hit.Title]
            : [hit.Title, proposal.Summary ?? "", .. proposal.Answers.Where(IsProse).Select(static answer => answer.Text)];
    }

    private static bool IsProse(Answer answer) => !OwnQuestions.Contains(answer.Question) && answer.Text.Length > LeastProse;

    /// <summary>How many proposals have all of these words; 0 where none has, and the search is for others instead.</summary>
    public static async ValueTask<long> TotalAsync(IndexSnapshot snapshot, string text, CancellationToken cancellation)
    {
        var request = new SearchRequest { Text = text, PerPage = 0, Snippets = 0, Facets = [] };
        var response = await snapshot.Index.SearchAsync(request, cancellation).ConfigureAwait(false);
        return response.Query.Relaxed || response.Query.Corrected is not null ? 0 : response.Total;
    }
}
