using ProposalSearch.Proposals.Inference;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Indexing;

/// <summary>
/// Records beside proposals that are none: descriptions of data, tests of programs, tables of measurements. Such a record has no title, no
/// summary, nobody who proposes and no text of a sentence, and few of its keys are those of records that have; so it is decided once all
/// are read. Neither are files that only lead elsewhere. Where no record has anything of this, all are proposals.
/// </summary>
internal sealed class OtherRecords
{
    private const RecordTraits NeverProposals = RecordTraits.DataSchema | RecordTraits.Signpost;

    private readonly List<(KnownRecord Notes, RecordLook Look)> _postponed = [];

    /// <summary>Keeps a record that may be none until <see cref="Settle"/>; false for any other.</summary>
    public bool TryPostpone(KnownRecord notes, RecordLook look)
    {
        var isPostponed = (look.Traits & NeverProposals) != 0
            || (look.Traits & (RecordTraits.Named | RecordTraits.Sentence)) == 0;
        if (isPostponed)
        {
            _postponed.Add((notes, look));
        }

        return isPostponed;
    }

    /// <summary>Decides about those that were postponed: they are proposals, and counted, or they are none.</summary>
    /// <param name="survey">The keys of all others.</param>
    /// <param name="isNamed">Whether somebody named the files.</param>
    public void Settle(KeySurvey survey, bool isNamed)
    {
        var hasProposals = survey.Records > 0;
        var decided = _postponed.ConvertAll(
            record => (record.Notes, record.Look, IsOther: !isNamed && IsOther(record.Look, survey, hasProposals)));
        foreach (var (notes, look, isOther) in decided)
        {
            if (isOther)
            {
                notes.Fate = (look.Traits & RecordTraits.Signpost) != 0 ? RecordFate.Signpost : RecordFate.NoProposal;
            }
            else
            {
                survey.Add(look);
            }
        }

        _postponed.Clear();
    }

    /// <summary>Says which files hold none, or some records that are none.</summary>
    public static IEnumerable<SourceFault> Warnings(IReadOnlyList<KnownFile> files)
        => files.Where(static file => file.Records.Any(static record => record.IsNone))
            .Select(static file => new SourceFault(
                file.Path, null, CauseOf(file.Records), "If they are proposals, name the file with --include.")
            {
                LeavesOut = true,
            });

    private static string CauseOf(IReadOnlyList<KnownRecord> records)
        => records.Any(static record => record.Fate == RecordFate.Signpost)
            ? "It only leads elsewhere (it says where something has moved, or lists other files), so it was left out."
            : records.All(static record => record.Fate == RecordFate.NoProposal)
                ? "It holds no proposals (no title, no text of a sentence, other keys than the proposals have), so it was left out."
                : "Some of its records are no proposals (no title, no text of a sentence, other keys than the proposals have), "
                    + "so they were left out.";

    private static bool IsOther(RecordLook look, KeySurvey survey, bool hasProposals)
        => hasProposals && ((look.Traits & NeverProposals) != 0 || !survey.IsAlike(look));
}
