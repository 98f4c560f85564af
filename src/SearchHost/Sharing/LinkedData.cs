using System.Globalization;
using System.Text.Json.Nodes;
using ProposalSearch.Proposals;
using ProposalSearch.Search.Related;
using ProposalSearch.SearchHost.Addresses;
using ProposalSearch.SearchHost.Identity;

namespace ProposalSearch.SearchHost.Sharing;

/// <summary>What pages are, in the words of schema.org and Open Graph.</summary>
internal static class LinkedData
{
    /// <summary>The first page: the archive, and how to search it.</summary>
    /// <param name="site">Whose archive it is.</param>
    /// <param name="root">Its address, with scheme and host.</param>
    public static PageAbout Site(SiteIdentity site, string root)
    {
        var data = new JsonObject
        {
            ["@type"] = "WebSite",
            ["name"] = site.Name,
            ["potentialAction"] = new JsonObject
            {
                ["@type"] = "SearchAction",
                ["target"] = new JsonObject { ["@type"] = "EntryPoint", ["urlTemplate"] = root + "/?q={search_term_string}" },
                ["query-input"] = "required name=search_term_string",
            },
        };
        return new PageAbout("/", site.Introduction, "website", data);
    }

    /// <summary>A proposal.</summary>
    /// <param name="site">Whose archive it is in.</param>
    /// <param name="language">The language of its texts.</param>
    /// <param name="proposal">The proposal.</param>
    /// <param name="image">The address of its picture, or <see langword="null"/>.</param>
    public static PageAbout Proposal(SiteIdentity site, string language, Proposal proposal, string? image)
    {
        var description = !string.IsNullOrWhiteSpace(proposal.Summary) ? proposal.Summary
            : proposal.Answers.FirstOrDefault(static answer => !OwnQuestions.Contains(answer.Question))?.Text;
        var data = new JsonObject
        {
            ["@type"] = "CreativeWork",
            ["name"] = proposal.Title,
            ["inLanguage"] = language,
            ["isPartOf"] = new JsonObject { ["@type"] = "WebSite", ["name"] = site.Name },
        };
        if (proposal.Organization is { } organization)
        {
            data["author"] = new JsonObject { ["@type"] = "Organization", ["name"] = organization };
        }

        if (proposal.Year is { } year)
        {
            data["datePublished"] = proposal.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                ?? year.ToString("D4", CultureInfo.InvariantCulture);
        }

        return new PageAbout(ProposalAddress.Page("", proposal.Id), description, "article", data, image);
    }

    /// <summary>An organization.</summary>
    public static PageAbout Organization(OrganizationHistory history)
    {
        var data = history.Name is not { } name ? null : new JsonObject
        {
            ["@type"] = "Organization",
            ["name"] = name,
            ["alternateName"] = new JsonArray([.. history.Names.Skip(1).Select(static other => JsonValue.Create(other.Name))]),
        };
        var titles = string.Join(" · ", history.Proposals.Select(static one => one.Title));
        return new PageAbout(OrganizationAddress.Page("", history.Id), titles, "profile", data);
    }
}
