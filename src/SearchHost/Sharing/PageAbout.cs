using System.Text.Json.Nodes;
using ProposalSearch.Foundation.Texts;

namespace ProposalSearch.SearchHost.Sharing;

/// <summary>What a page tells programs that show or find it elsewhere: search engines, and sites where its address is shared.</summary>
/// <param name="Path">The address that all variants of the page share, behind the base path: without language and search.</param>
/// <param name="Description">What it is about, or <see langword="null"/>; a long one is shortened.</param>
/// <param name="Kind">Its kind as Open Graph names it.</param>
/// <param name="Data">What it is as schema.org names it, without context and address; or <see langword="null"/>.</param>
/// <param name="Image">The address of a picture, or <see langword="null"/>.</param>
internal sealed record PageAbout(string Path, string? Description, string Kind, JsonObject? Data = null, string? Image = null)
{
    private const int LongestDescription = 200;

    /// <summary>The description in one line, short enough to be shown whole.</summary>
    public string? Short => string.IsNullOrWhiteSpace(Description) ? null
        : ShortText.OfWords(string.Join(' ', Description.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), LongestDescription);

    /// <summary>The data with its context and the page's address; <see langword="null"/> where there is none.</summary>
    /// <param name="root">The application's address, with scheme and host.</param>
    public JsonObject? Linked(string root)
    {
        if (Data is null)
        {
            return null;
        }

        var linked = new JsonObject { ["@context"] = "https://schema.org" };
        foreach (var (name, value) in Data)
        {
            linked[name] = value?.DeepClone();
        }

        linked["url"] = root + Path;
        return linked;
    }
}
