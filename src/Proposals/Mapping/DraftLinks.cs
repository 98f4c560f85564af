using ProposalSearch.Proposals.Schema;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>The addresses of a proposal in the making; each once.</summary>
internal sealed class DraftLinks
{
    private static readonly char[] Separators = [' ', '\n', ',', ';'];

    private readonly List<ProposalLink> _links = [];

    /// <summary>Takes the addresses of a value: of a text, of each item of a list, or of a text with several. False where there is none.</summary>
    public bool TryAdd(KeyPlan plan, SourceValue value)
    {
        var before = _links.Count;
        var isRepeat = false;
        foreach (var item in ValueText.Items(value))
        {
            isRepeat |= AddItem(plan, item);
        }

        return isRepeat || _links.Count > before;
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

    private bool AddItem(KeyPlan plan, string text)
    {
        if (Addresses.TryRead(text, plan.Link!.Prefix, out var url))
        {
            return Add(plan.Link.Label, url);
        }

        var parts = text.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        return parts.Length > 1
            && parts.All(static part => Addresses.TryRead(part, null, out _))
            && parts.Select(part => Add(plan.Link.Label, part)).ToList().Exists(static added => added);
    }

    /// <summary>All of them, in order.</summary>
    public IReadOnlyList<ProposalLink> ToList() => _links;
}
