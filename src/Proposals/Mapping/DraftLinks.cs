using ProposalSearch.Proposals.Schema;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>The addresses of a proposal in the making; each once.</summary>
internal sealed class DraftLinks
{
    private readonly List<ProposalLink> _links = [];

    /// <summary>Takes the addresses of a text, or of the items of a list. False where there is none.</summary>
    /// <param name="plan">The key's plan.</param>
    /// <param name="value">The value.</param>
    /// <param name="labels">The label of each item, where the file has them; the others get that of the plan.</param>
    public bool TryAdd(KeyPlan plan, SourceValue value, IReadOnlyList<string> labels)
    {
        var (found, at) = (false, 0);
        foreach (var item in ValueText.Items(value))
        {
            found |= AddItem(plan.Link!, at < labels.Count ? labels[at] : plan.Link!.Label, item);
            at++;
        }

        return found;
    }

    /// <summary>Takes an address that is whole.</summary>
    public bool Add(string label, string url)
    {
        if (!Addresses.TryRead(url, null, out var whole))
        {
            return false;
        }

        if (!_links.Exists(link => link.Url == whole))
        {
            _links.Add(new ProposalLink(label, whole));
        }

        return true;
    }

    private bool AddItem(LinkRule rule, string label, string text)
    {
        if (Addresses.TryRead(text, rule.Prefix, out var url))
        {
            return Add(label, url);
        }

        var parts = text.Split(Addresses.Separators, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || !Array.TrueForAll(parts, static part => Addresses.TryRead(part, null, out _)))
        {
            return false;
        }

        foreach (var part in parts)
        {
            Add(label, part);
        }

        return true;
    }

    public IReadOnlyList<ProposalLink> ToList() => _links;
}
