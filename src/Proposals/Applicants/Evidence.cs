using System.Collections.Frozen;

namespace ProposalSearch.Proposals.Applicants;

/// <summary>What a proposal says about who proposes it, apart from the name.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The id; the host of the website; or the network with the account, such as <c>twitter.com/liftla</c>.</param>
public readonly record struct Evidence(EvidenceKind Kind, string Value)
{
    private static readonly FrozenSet<string> Networks = FrozenSet.Create(
        StringComparer.Ordinal, "twitter.com", "x.com", "facebook.com", "instagram.com", "linkedin.com", "youtube.com", "vimeo.com", "tiktok.com");

    /// <summary>Where many have a page, but nobody the house.</summary>
    private static readonly FrozenSet<string> Platforms = FrozenSet.Create(
        StringComparer.Ordinal,
        "google.com", "sites.google.com", "docs.google.com", "drive.google.com", "wordpress.com", "blogspot.com", "tumblr.com", "medium.com", "weebly.com", "wix.com",
        "squarespace.com", "linktr.ee", "kickstarter.com", "indiegogo.com", "gofundme.com", "eventbrite.com", "meetup.com", "github.com", "zenodo.org", "figshare.com",
        "doi.org", "orcid.org", "bit.ly", "youtu.be", "guidestar.org", "la2050.org", "challenge.la2050.org", "myla2050.org", "archive.org", "wikipedia.org", "dropbox.com", "flickr.com");

    private static readonly FrozenSet<string> NoAccounts = FrozenSet.Create(
        StringComparer.Ordinal, "", "pages", "groups", "profile.php", "home.php", "home", "people", "watch", "channel", "user", "company", "in", "explore", "intent", "share", "p", "events", "hashtag", "search", "login");

    /// <summary>The part of the address that a name can be compared with: <c>liftla</c>.</summary>
    public string Telling => Kind switch
    {
        EvidenceKind.Account => new string([.. Value[(Value.IndexOf('/', StringComparison.Ordinal) + 1)..].Where(char.IsLetterOrDigit)]),
        EvidenceKind.Website => new string([.. Value[..Math.Max(0, Value.LastIndexOf('.'))].Where(char.IsLetterOrDigit)]),
        _ => "",
    };

    /// <summary>What an address is evidence of, or <see langword="null"/>: an account on a network, or a website of one's own. Houses with many tenants are none.</summary>
    public static Evidence? OfAddress(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            return null;
        }

        var host = HostOf(uri);
        if (Networks.Contains(host))
        {
            var account = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault("").TrimStart('@').ToLowerInvariant();
            return NoAccounts.Contains(account) ? null : new Evidence(EvidenceKind.Account, (host == "x.com" ? "twitter.com" : host) + "/" + account);
        }

        return Platforms.Contains(host) || IsInstitution(host) ? null : new Evidence(EvidenceKind.Website, host);
    }

    private static string HostOf(Uri uri)
    {
        var host = uri.IdnHost.ToLowerInvariant();
        foreach (var prefix in (string[])["www.", "m.", "mobile.", "en-us.", "web."])
        {
            host = host.StartsWith(prefix, StringComparison.Ordinal) ? host[prefix.Length..] : host;
        }

        return host;
    }

    /// <summary>Universities and governments have many departments, each an applicant of its own.</summary>
    private static bool IsInstitution(string host)
        => host.Split('.')[^1] is "edu" or "gov" or "mil" or "us" || host.Contains(".ac.", StringComparison.Ordinal) || host.Contains(".edu.", StringComparison.Ordinal) || host.Contains(".gov.", StringComparison.Ordinal);
}

/// <summary>Kinds of evidence, the strongest first.</summary>
public enum EvidenceKind
{
    /// <summary>The archive's own id of the organization.</summary>
    OrganizationId,

    /// <summary>The same website.</summary>
    Website,

    /// <summary>The same account on a network.</summary>
    Account,

    /// <summary>The same name, but for what <see cref="OrganizationName"/> leaves out.</summary>
    Name,
}
