using ProposalSearch.Engine.Postings;
using ProposalSearch.Engine.Segments;
using ProposalSearch.Engine.Terms;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Matching;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Engine.Searching;

/// <summary>A query with all that concerns the whole index settled: terms found in every segment, weights computed.</summary>
internal abstract class Plan
{
    /// <summary>The query that this is the plan of, without boosts and scopes around it, for accounts of scores.</summary>
    public Query Query { get; set; } = new NoneQuery();

    /// <summary>All boosts around the query together.</summary>
    public float Boost { get; set; } = 1;

    /// <summary>The scorer for a segment, or <see langword="null"/> where nothing can match.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="index">Which segment of the snapshot it is.</param>
    /// <param name="scratch">What to work with.</param>
    /// <param name="candidates">
    /// The documents of the segment that are of use, a bit each; <see langword="null"/> for all. What gathers its documents beforehand
    /// gathers no others then.
    /// </param>
    public abstract Scorer? Open(Segment segment, int index, Scratch scratch, ulong[]? candidates = null);
}

/// <summary>Matches nothing.</summary>
internal sealed class NonePlan : Plan
{
    public override Scorer? Open(Segment segment, int index, Scratch scratch, ulong[]? candidates = null) => null;
}

/// <summary>A term, or a phrase of several.</summary>
/// <param name="form">The form.</param>
/// <param name="entries">For each term of the phrase, its entry in each segment; a frequency of 0 where it is not there.</param>
/// <param name="phrase">Places of the terms.</param>
/// <param name="weight">The boost of the query, times the rarity of its terms.</param>
/// <param name="labels">Sections to look in, or <see langword="null"/>.</param>
internal sealed class PhrasePlan(TermForm form, TermEntry[][] entries, PhraseShape phrase, float weight, IReadOnlySet<int>? labels) : Plan
{
    /// <summary>The form.</summary>
    public TermForm Form { get; } = form;

    /// <summary>The entries by term and segment.</summary>
    public TermEntry[][] Entries { get; } = entries;

    /// <summary>Places of the terms.</summary>
    public PhraseShape Phrase { get; } = phrase;

    /// <summary>The boost of the query, times the rarity of its terms.</summary>
    public float Weight { get; } = weight;

    /// <summary>How rare its terms are, added up.</summary>
    public float Rarity { get; init; }

    /// <summary>Sections to look in, or <see langword="null"/>.</summary>
    public IReadOnlySet<int>? Labels { get; } = labels;

    public override Scorer? Open(Segment segment, int index, Scratch scratch, ulong[]? candidates = null)
    {
        if (OpenCursors(segment, index, scratch) is not { } cursors)
        {
            return null;
        }

        return cursors.Length == 1 && Labels is null
            ? new TermScorer(cursors[0], Weight, segment.InverseNorms, segment.EveryMatchScores)
            : ByPositions(segment, cursors);
    }

    /// <summary>A scorer that tells how often documents have it, of a single term too.</summary>
    public PhraseScorer? OpenByPositions(Segment segment, int index, Scratch scratch) =>
        OpenCursors(segment, index, scratch) is { } cursors ? ByPositions(segment, cursors) : null;

    private PostingsCursor[]? OpenCursors(Segment segment, int index, Scratch scratch)
    {
        var cursors = new PostingsCursor[Entries.Length];
        for (int term = 0; term < cursors.Length; term++)
        {
            var entry = Entries[term][index];
            if (entry.DocumentFrequency == 0)
            {
                return null;
            }

            cursors[term] = scratch.RentCursor();
            cursors[term].Reset(segment.Form(Form)!.Postings, entry);
        }

        return cursors;
    }

    private PhraseScorer ByPositions(Segment segment, PostingsCursor[] cursors)
    {
        var scope = Labels is null ? null : new SectionScope(segment.Documents, Labels);
        var weights = new SectionWeights(segment.Documents, segment.Settings);
        return new PhraseScorer(cursors, Phrase, scope, weights, Weight, segment.InverseNorms);
    }
}

/// <summary>Documents that match any of several queries; scores add up.</summary>
internal sealed class AnyPlan(Plan[] inner) : Plan
{
    /// <summary>The queries, of which any may match.</summary>
    public Plan[] Inner { get; } = inner;

    public override Scorer? Open(Segment segment, int index, Scratch scratch, ulong[]? candidates = null)
    {
        var scorers = new List<Scorer>(Inner.Length);
        foreach (var plan in Inner)
        {
            scratch.Limit.Step();
            if (plan.Open(segment, index, scratch, candidates) is { } scorer)
            {
                scorers.Add(scorer);
            }
        }

        return scorers.Count switch
        {
            0 => null,
            1 => scorers[0],
            _ => new DisjunctionScorer([.. scorers]),
        };
    }
}

/// <summary>Several conditions.</summary>
internal sealed class BooleanPlan(Plan[] must, Plan[] should, Plan[] filter, Plan[] not, int minimum) : Plan
{
    /// <summary>All that score: musts, then shoulds.</summary>
    public IEnumerable<Plan> Scoring => Must.Concat(Should);

    /// <summary>Those that must all match; they score.</summary>
    public Plan[] Must { get; } = must;

    /// <summary>At least <see cref="Minimum"/> of them needed; they score.</summary>
    public Plan[] Should { get; } = should;

    /// <summary>All needed; they do not score.</summary>
    public Plan[] Filter { get; } = filter;

    /// <summary>Those of which none may match.</summary>
    public Plan[] Not { get; } = not;

    /// <summary>How many of <see cref="Should"/>.</summary>
    public int Minimum { get; } = minimum;

    public override Scorer? Open(Segment segment, int index, Scratch scratch, ulong[]? candidates = null)
    {
        var required = new List<(Scorer Scorer, bool)>();
        bool all = OpenAll(Must, true, required, segment, index, scratch, candidates)
            && OpenAll(Filter, false, required, segment, index, scratch, candidates);
        var optional = all ? OpenSome(Should, segment, index, scratch, candidates) : [];
        if (!all || optional.Length < Minimum || (required.Count == 0 && optional.Length == 0))
        {
            Release(required.Select(one => one.Scorer).Concat(optional), scratch);
            return null;
        }

        return new BooleanScorer(
            required.OrderBy(one => one.Scorer.Cost),
            optional,
            OpenSome(Not, segment, index, scratch, candidates),
            required.Count == 0 ? Math.Max(Minimum, 1) : Minimum);
    }

    private static bool OpenAll(
        Plan[] plans, bool scores, List<(Scorer, bool)> scorers, Segment segment, int index, Scratch scratch, ulong[]? candidates)
    {
        foreach (var plan in plans)
        {
            scratch.Limit.Step();
            if (plan.Open(segment, index, scratch, candidates) is not { } scorer)
            {
                return false;
            }

            scorers.Add((scorer, scores));
        }

        return true;
    }

    private static void Release(IEnumerable<Scorer> scorers, Scratch scratch)
    {
        foreach (var scorer in scorers)
        {
            scorer.Release(scratch);
        }
    }

    private static Scorer[] OpenSome(Plan[] plans, Segment segment, int index, Scratch scratch, ulong[]? candidates)
    {
        var scorers = new List<Scorer>(plans.Length);
        foreach (var plan in plans)
        {
            scratch.Limit.Step();
            if (plan.Open(segment, index, scratch, candidates) is { } scorer)
            {
                scorers.Add(scorer);
            }
        }

        return [.. scorers];
    }
}

/// <summary>The documents of another plan, all with the same score.</summary>
internal sealed class ConstantPlan(Plan inner, float score) : Plan
{
    /// <summary>The plan that decides which documents match.</summary>
    public Plan Inner { get; } = inner;

    public override Scorer? Open(Segment segment, int index, Scratch scratch, ulong[]? candidates = null) =>
        Inner.Open(segment, index, scratch, candidates) is { } scorer ? new ConstantScorer(scorer, score) : null;
}

/// <summary>A condition that is decided by columns, without terms.</summary>
internal sealed class ColumnPlan(Func<Segment, Scorer?> open, float score) : Plan
{
    public override Scorer? Open(Segment segment, int index, Scratch scratch, ulong[]? candidates = null) =>
        open(segment) is not { } scorer ? null : score == 1 ? scorer : new ConstantScorer(scorer, score);
}
