using ProposalSearch.SearchHost.Snapshots;

namespace ProposalSearch.SearchHost.Wording;

/// <summary>
/// The language that the page of a request speaks. An address below <c>/es/</c> is in Spanish, whatever the browser prefers: so a choice
/// stays, since all links of such a page begin the same way, without a cookie and without a parameter that every link would have to repeat.
/// Elsewhere the browser's <c>Accept-Language</c> decides, then the language of the proposals, then English.
/// </summary>
internal sealed class PageLanguage
{
    private readonly PathString _base;
    private Words? _words;

    private PageLanguage(PathString under, Words? chosen)
    {
        (_base, _words) = (under, chosen);
        IsChosen = chosen is not null;
    }

    /// <summary>Whether the address itself names the language.</summary>
    public bool IsChosen { get; }

    /// <summary>Whether the answer depends on what the browser prefers, which caches have to be told.</summary>
    public bool DependsOnTheBrowser => !IsChosen && _words is not null;

    /// <summary>The application's base path without the language: where data and assets are.</summary>
    public string Base => _base;

    /// <summary>The language of an answer to this request.</summary>
    public static PageLanguage Of(HttpContext context) =>
        context.Features.Get<PageLanguage>() ?? new PageLanguage(context.Request.PathBase, null);

    /// <summary>The words of the page.</summary>
    public Words Words(HttpContext context) => _words ??= Preferred(context.Request)
        ?? Wording.Words.Find(context.RequestServices.GetRequiredService<SnapshotHolder>().Current?.Language.Code ?? "")
        ?? Wording.Words.All[0];

    /// <summary>Takes the language off the path and adds it to the base path, which every address of a page begins with.</summary>
    public static async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        var (request, path, under) = (context.Request, context.Request.Path, context.Request.PathBase);
        foreach (var words in Wording.Words.All)
        {
            if (path.StartsWithSegments("/" + words.Code, StringComparison.Ordinal, out var rest))
            {
                context.Features.Set(new PageLanguage(under, words));
                (request.PathBase, request.Path) = (under.Add("/" + words.Code), rest.HasValue ? rest : "/");
                await RestoringAsync(context, next, path, under).ConfigureAwait(false);
                return;
            }
        }

        context.Features.Set(new PageLanguage(under, null));
        await next(context).ConfigureAwait(false);
    }

    /// <summary>What has passed the request on tells of the address that was asked for.</summary>
    private static async Task RestoringAsync(HttpContext context, RequestDelegate next, PathString path, PathString under)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            (context.Request.Path, context.Request.PathBase) = (path, under);
        }
    }

    private static Words? Preferred(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(static language => language.Quality is not 0)
        .OrderByDescending(static language => language.Quality ?? 1)
        .Select(static language => Wording.Words.Find(language.Value.ToString()))
        .FirstOrDefault(static words => words is not null);
}
