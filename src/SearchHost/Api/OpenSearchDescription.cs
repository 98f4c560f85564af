using System.Text;
using System.Xml;
using System.Xml.Linq;
using ProposalSearch.Foundation.Texts;
using ProposalSearch.SearchHost.Assets;
using ProposalSearch.SearchHost.Settings;

namespace ProposalSearch.SearchHost.Api;

/// <summary><c>/opensearch.xml</c>: tells browsers how to search here from their own box, with suggestions (OpenSearch 1.1).</summary>
internal static class OpenSearchDescription
{
    /// <summary>The address of the description, below the base path.</summary>
    public const string Path = "/opensearch.xml";

    // In characters, as the format wants.
    private const int LongestShortName = 16;
    private const int LongestLongName = 48;

    private static readonly XNamespace OpenSearch = "http://a9.com/-/spec/opensearch/1.1/";

    /// <summary>Answers with the description. Its addresses are absolute, as the format wants: of the host that was asked.</summary>
    public static Task GetAsync(HttpContext context)
    {
        var title = string.Concat(context.RequestServices.GetRequiredService<SearchHostOptions>().Title.Where(XmlConvert.IsXmlChar));
        var root = Site(context.Request) + context.Request.PathBase.ToUriComponent();
        var description = new XElement(
            OpenSearch + "OpenSearchDescription",
            new XElement(OpenSearch + "ShortName", Beginning(title, LongestShortName)),
            new XElement(OpenSearch + "LongName", Beginning(title, LongestLongName)),
            new XElement(OpenSearch + "Description", $"Search {title}"),
            new XElement(OpenSearch + "InputEncoding", "UTF-8"),
            new XElement(OpenSearch + "OutputEncoding", "UTF-8"),
            new XElement(OpenSearch + "Image", new XAttribute("type", "image/svg+xml"), Asset.Address(root, "favicon.svg")),
            Url("text/html", root + "/?q={searchTerms}"),
            Url("application/json", root + "/v1/search?q={searchTerms}"),
            Url("application/x-suggestions+json", root + "/v1/suggest.opensearch?q={searchTerms}"));
        var body = Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{description}\n");
        context.Response.ContentType = "application/opensearchdescription+xml; charset=utf-8";
        context.Response.Headers.CacheControl = "public, max-age=3600";
        context.Response.ContentLength = body.Length;
        return context.Response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }

    /// <summary>Scheme and host of a request, as in <c>https://example.org</c>.</summary>
    public static string Site(HttpRequest request) => $"{request.Scheme}://{request.Host.ToUriComponent()}";

    private static string Beginning(string text, int length) => text.Length <= length ? text : ShortText.Beginning(text, length).TrimEnd();

    private static XElement Url(string type, string template) =>
        new(OpenSearch + "Url", new XAttribute("type", type), new XAttribute("method", "get"), new XAttribute("template", template));
}
