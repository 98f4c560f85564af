namespace ProposalSearch.Proposals.Applicants;

/// <summary>What a proposal brings to the memory, found without the others, so that many can be read at once.</summary>
/// <param name="Sketches">Of each answer, or <see langword="null"/> where it is short.</param>
/// <param name="Evidence">Who proposes.</param>
internal sealed record ApplicantTraces(IReadOnlyList<uint[]?> Sketches, IReadOnlyList<Evidence> Evidence)
{
    /// <summary>Values that people write where an id is wanted and there is none.</summary>
    private static readonly string[] NoIds = ["0", "na", "n/a", "none", "null", "-"];

    public static ApplicantTraces Of(Proposal proposal)
    {
        var evidence = proposal.Links.Select(static link => Applicants.Evidence.OfAddress(link.Url)).OfType<Evidence>();
        if (proposal.OrganizationId is { } id && !NoIds.Contains(id, StringComparer.OrdinalIgnoreCase))
        {
            evidence = evidence.Prepend(new Evidence(EvidenceKind.OrganizationId, id));
        }

        return new ApplicantTraces([.. proposal.Answers.Select(static answer => AnswerSketch.Of(answer.Text))], [.. evidence]);
    }
}

/// <summary>
/// Remembers who proposed what, over all years: takes the proposals of an archive one by one, and finds which are of one organization and
/// which answers were given before. Keeps about a kilobyte of each proposal.
/// </summary>
internal sealed class ApplicantMemory
{
    private readonly List<string> _ids = [];
    private readonly OrganizationGroups _organizations = new();
    private readonly NearDuplicates _answers = new();

    public void Add(Proposal proposal, ApplicantTraces traces)
    {
        var number = _organizations.Add(proposal.Organization, traces.Evidence);
        _ids.Add(proposal.Id);
        for (var answer = 0; answer < traces.Sketches.Count; answer++)
        {
            if (traces.Sketches[answer] is { } sketch)
            {
                _answers.Add(number, answer, proposal.Answers[answer].Question, sketch);
            }
        }
    }

    /// <summary>The names of each organization that has several, after <see cref="Relate"/>; in ordinal order.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Names() =>
        [.. _organizations.Names().OrderBy(static names => names[0], StringComparer.Ordinal)];

    /// <summary>What was found. The same proposals in the same order give the same.</summary>
    public ApplicantRelations Relate()
    {
        var related = new Dictionary<string, ApplicantRelation>(StringComparer.Ordinal);
        foreach (var group in _organizations.Find())
        {
            string[] ids = [.. group.Select(at => _ids[at])];
            foreach (var member in group)
            {
                related[_ids[member]] = new ApplicantRelation { Organization = ids, Evidence = _organizations.EvidenceOf(member) };
            }
        }

        foreach (var pairs in _answers.Find(_organizations.OrganizationOf).GroupBy(static pair => pair.From.Proposal))
        {
            var id = _ids[pairs.Key];
            var answers = pairs.Select(pair => new AlikeAnswer(pair.From.Answer, _ids[pair.To.Proposal], pair.To.Answer)).ToList();
            related[id] = related.GetValueOrDefault(id, new ApplicantRelation()) with { Answers = answers };
        }

        return new ApplicantRelations(related);
    }
}
