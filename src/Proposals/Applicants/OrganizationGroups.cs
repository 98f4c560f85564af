namespace ProposalSearch.Proposals.Applicants;

/// <summary>
/// Proposals by the organization that makes them. Two are of one organization where both state the same id; where both have the same
/// telling name, or one that differs in initials alone ("LA" for "Los Angeles"); or where they have a website or an account in common and
/// names that can be one's (<see cref="NameLikeness"/>). A short name, or the beginning of one, is never enough, and an address without
/// names proves nothing. What many names share tells nothing: a fiscal sponsor, a platform, a column that was filled with one value; nor
/// does a website that a tenth of the archive shares.
/// </summary>
internal sealed class OrganizationGroups
{
    /// <summary>More names than this under one id, website or account are not one organization.</summary>
    public const int MostNames = 6;

    /// <summary>A website that this part of all proposals share is a service.</summary>
    private const int ManyOfAll = 10;

    private readonly List<Member> _members = [];
    private readonly HashSet<Evidence> _telling = [];
    private int[] _parents = [];

    /// <summary>Adds a proposal. Returns its number, from 0.</summary>
    public int Add(string? name, IEnumerable<Evidence> evidence)
    {
        var read = OrganizationName.Of(name);
        List<Evidence> all = [.. evidence.Distinct()];
        if (read is { IsTelling: true })
        {
            all.Add(new Evidence(EvidenceKind.Name, read.Key));
        }

        _members.Add(new Member(read, name ?? "", all));
        return _members.Count - 1;
    }

    /// <summary>What a proposal has in common with others of its organization, after <see cref="Find"/>.</summary>
    public IReadOnlyList<Evidence> EvidenceOf(int proposal) => [.. _members[proposal].Evidence.Where(_telling.Contains)];

    /// <summary>A number for the organization of a proposal, after <see cref="Find"/>.</summary>
    public int OrganizationOf(int proposal) => Root(proposal);

    /// <summary>The groups of two and more, each in order, by their first proposal.</summary>
    public List<int[]> Find()
    {
        _parents = [.. Enumerable.Range(0, _members.Count)];
        var names = _members.Select(static member => member.Name).OfType<OrganizationName>().DistinctBy(static name => name.Key).ToList();
        AddNamesWithInitials([.. names.Where(static name => name.IsTelling).Select(static name => name.Key)]);
        var likeness = new NameLikeness(names);
        foreach (var shared in Shared())
        {
            Join(shared.Key, shared, likeness);
        }

        var groups = Enumerable.Range(0, _parents.Length).GroupBy(Root).Select(static group => group.ToArray());
        return [.. groups.Where(static group => group.Length > 1)];
    }

    /// <summary>Who is named as another is, but for initials, has that name too: "Los Angeles" beside "LA".</summary>
    private void AddNamesWithInitials(HashSet<string> known)
    {
        foreach (var (name, _, evidence) in _members)
        {
            var others = name is { IsTelling: true } ? name.WithInitials().Where(known.Contains) : [];
            evidence.AddRange(others.Select(static key => new Evidence(EvidenceKind.Name, key)).Except(evidence).ToList());
        }
    }

    /// <summary>Evidence that several proposals have, with the proposals.</summary>
    private IEnumerable<IGrouping<Evidence, int>> Shared()
        => _members.Index()
            .SelectMany(static member => member.Item.Evidence.Select(evidence => (Evidence: evidence, Proposal: member.Index)))
            .GroupBy(static one => one.Evidence, static one => one.Proposal)
            .Where(static proposals => proposals.Skip(1).Any());

    private void Join(Evidence evidence, IEnumerable<int> sharing, NameLikeness likeness)
    {
        var isAddress = evidence.Kind is EvidenceKind.Website or EvidenceKind.Account;
        var proposals = sharing.Where(at => !isAddress || _members[at].Name is not null).ToList();
        if (proposals.Count < 2 || (isAddress && proposals.Count > MostNames && proposals.Count * ManyOfAll >= _members.Count))
        {
            return;
        }

        var byName = proposals.GroupBy(at => _members[at].Name?.Key ?? "").Select(static group => group.ToArray()).ToList();
        if (byName.Count > MostNames)
        {
            return;
        }

        _telling.Add(evidence);
        foreach (var same in byName)
        {
            Array.ForEach(same, at => Union(same[0], at));
        }

        for (var one = 0; one < byName.Count; one++)
        {
            for (var other = one + 1; other < byName.Count; other++)
            {
                if (evidence.Kind == EvidenceKind.OrganizationId || Holds(byName[one][0], byName[other][0], evidence, likeness))
                {
                    Union(byName[one][0], byName[other][0]);
                }
            }
        }
    }

    /// <summary>
    /// The names of each group that has several, as its proposals spell them and in ordinal order, after <see cref="Find"/>. A name that
    /// another group has too names neither for certain, and is left out.
    /// </summary>
    public IEnumerable<IReadOnlyList<string>> Names()
    {
        var named = Enumerable.Range(0, _parents.Length).Where(at => _members[at].Name is not null).ToList();
        var shared = named.GroupBy(at => _members[at].Name!.Key, StringComparer.Ordinal)
            .Where(name => name.Select(Root).Distinct().Skip(1).Any())
            .Select(static name => name.Key)
            .ToHashSet(StringComparer.Ordinal);
        return named.Where(at => !shared.Contains(_members[at].Name!.Key)).GroupBy(Root)
            .Select(group => (IReadOnlyList<string>)[.. group.Select(at => _members[at].Spelled)
                .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)])
            .Where(static names => names.Count > 1);
    }

    private bool Holds(int left, int right, Evidence evidence, NameLikeness likeness)
        => _members[left].Name is { } name && _members[right].Name is { } other && likeness.Holds(name, other, evidence.Telling);

    private int Root(int at)
    {
        while (_parents[at] != at)
        {
            _parents[at] = _parents[_parents[at]];
            at = _parents[at];
        }

        return at;
    }

    private void Union(int left, int right)
    {
        var (one, other) = (Root(left), Root(right));
        _parents[Math.Max(one, other)] = Math.Min(one, other);
    }

    private sealed record Member(OrganizationName? Name, string Spelled, List<Evidence> Evidence);
}
