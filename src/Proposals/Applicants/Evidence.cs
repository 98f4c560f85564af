using System.Collections.Frozen;

namespace ProposalSearch.Proposals.Applicants;

/// <summary>What a proposal says about who proposes it, apart from the name.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The id; the host of the website; or the network with the account, such as <c>twitter.com/liftla</c>.</param>
public readonly record struct Evidence(EvidenceKind Kind, string Value)
{
    private static readonly FrozenSet<string> Networks = WordSet.Of(
        "twitter.com x.com facebook.com instagram.com linkedin.com youtube.com vimeo.com tiktok.com");

    /// <summary>Websites on which many organizations have a page, so that the website tells none of them.</summary>
    private static readonly FrozenSet<string> Platforms = WordSet.Of("""
        google.com sites.google.com docs.google.com drive.google.com wordpress.com blogspot.com tumblr.com medium.com weebly.com wix.com
        squarespace.com linktr.ee kickstarter.com indiegogo.com gofundme.com eventbrite.com meetup.com github.com zenodo.org figshare.com
        doi.org orcid.org bit.ly youtu.be guidestar.org la2050.org challenge.la2050.org myla2050.org archive.org wikipedia.org dropbox.com
        flickr.com
        """);

    /// <summary>First parts of a network's addresses that name no account.</summary>
    private static readonly FrozenSet<string> NoAccounts = WordSet.Of("""
        pages groups profile.php home.php home people watch channel user company in explore intent share p events hashtag search login
        """);

    /// <summary>The part of the address that a name can be compared with: <c>liftla</c>.</summary>
    public string Telling => Kind switch
    {
        EvidenceKind.Account => new string([.. Value[(Value.IndexOf('/', StringComparison.Ordinal) + 1)..].Where(char.IsLetterOrDigit)]),
        EvidenceKind.Website => new string([.. Value[..Math.Max(0, Value.LastIndexOf('.'))].Where(char.IsLetterOrDigit)]),
        _ => "",
    };

    /// <summary>An account on a network, or the applicant's own website; <see langword="null"/> where many share the website.</summary>
    public static Evidence? OfAddress(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            return null;
        }

        var host = HostOf(uri);
        if (Networks.Contains(host))
        {
            var first = uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault("");
            var account = first.TrimStart('@').ToLowerInvariant();
            var network = host == "x.com" ? "twitter.com" : host;
            var isAccount = account.Length > 0 && !NoAccounts.Contains(account);
            return isAccount ? new Evidence(EvidenceKind.Account, $"{network}/{account}") : null;
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
        => host.Split('.') is var labels
            && (labels[^1] is "edu" or "gov" or "mil" or "us"
                || labels.Skip(1).SkipLast(1).Any(static label => label is "ac" or "edu" or "gov"));
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
