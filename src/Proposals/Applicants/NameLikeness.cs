namespace ProposalSearch.Proposals.Applicants;

/// <summary>
/// Whether two names can be one organization's, where an address already says so: all words of the shorter one are in the longer one, and
/// few organizations have one of them; or one is the initials of the other; or both are what the address says. Never enough alone. Branches
/// that share a website differ in a word each, and stay apart: "Planned Parenthood Los Angeles" and "Planned Parenthood Pasadena".
/// </summary>
internal sealed class NameLikeness
{
    private const int ShortestWord = 4;
    private const int ShortestInitials = 3;

    private readonly Dictionary<string, int> _organizations = new(StringComparer.Ordinal);
    private readonly int _few;

    /// <summary>Learns from all names, each once, how many organizations have a word.</summary>
    public NameLikeness(IReadOnlyCollection<OrganizationName> names)
    {
        foreach (var word in names.SelectMany(static name => name.Words.Distinct(StringComparer.Ordinal)))
        {
            _organizations[word] = _organizations.GetValueOrDefault(word) + 1;
        }

        _few = Math.Max(4, names.Count / 100);
    }

    /// <summary>Whether two names can be one organization's.</summary>
    /// <param name="left">A name.</param>
    /// <param name="right">Another.</param>
    /// <param name="address">The telling part of the address that both have, such as <c>liftla</c>.</param>
    public bool Holds(OrganizationName left, OrganizationName right, string address)
        => AreOneWithInitials(left, right)
            || Contains(left, right)
            || Contains(right, left)
            || IsInitialsOf(left, right)
            || IsInitialsOf(right, left)
            || (IsIn(left, address) && IsIn(right, address));

    /// <summary>Whether two names are one but for words of which the other has the initials. Enough without an address.</summary>
    public static bool AreOneWithInitials(OrganizationName left, OrganizationName right)
        => left.WithInitials().Contains(right.Key) || right.WithInitials().Contains(left.Key);

    /// <summary>Whether a name has all words of another, or their initials (<c>la</c> for Los Angeles), one of them rare.</summary>
    private bool Contains(OrganizationName longer, OrganizationName shorter)
        => shorter.Words.All(word => longer.Words.Contains(word) || longer.HasInitials(word) || longer.IsInitialOf(word, shorter))
            && shorter.Words.Any(word => IsRare(word) && longer.Words.Contains(word));

    private bool IsRare(string word) => word.Length >= ShortestWord && _organizations[word] <= _few;

    private static bool IsInitialsOf(OrganizationName name, OrganizationName of)
        => name.Words.Any(word => word.Length >= ShortestInitials
            && (word == of.Initials || word == of.AllInitials || of.IsAbbreviatedBy(word)));

    private static bool IsIn(OrganizationName name, string address)
        => address.Length >= ShortestInitials
            && (name.Key == address
                || (name.Key.Length >= ShortestWord && address.StartsWith(name.Key, StringComparison.Ordinal))
                || address == name.Initials
                || address == name.AllInitials);
}
