using ProposalSearch.Engine.Postings;
using ProposalSearch.Engine.Segments;
using ProposalSearch.Engine.Terms;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Engine.Searching;

/// <summary>A query with all that concerns the whole index settled: terms found in every segment, weights computed.</summary>
internal abstract class Plan
{
    /// <summary>The scorer for a segment, or <see langword="null"/> where nothing can match.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="index">Which segment of the snapshot it is.</param>
    /// <param name="scratch">What to work with.</param>
    public abstract Scorer? Open(Segment segment, int index, Scratch scratch);
}

/// <summary>Matches nothing.</summary>
internal sealed class NonePlan : Plan
{
    public static NonePlan Instance { get; } = new();

    public override Scorer? Open(Segment segment, int index, Scratch scratch) => null;
}

/// <summary>A term, or a phrase of several.</summary>
/// <param name="form">The form.</param>
/// <param name="entries">For each term of the phrase, its entry in each segment; a frequency of 0 where it is not there.</param>
/// <param name="phrase">Places of the terms.</param>
/// <param name="weight">Boost times rarity.</param>
/// <param name="labels">Sections to look in, or <see langword="null"/>.</param>
internal sealed class PhrasePlan(TermForm form, TermEntry[][] entries, PhraseShape phrase, float weight, IReadOnlySet<int>? labels) : Plan
{
    /// <summary>The form.</summary>
    public TermForm Form { get; } = form;

    /// <summary>The entries by term and segment.</summary>
    public TermEntry[][] Entries { get; } = entries;

    /// <summary>Places of the terms.</summary>
    public PhraseShape Phrase { get; } = phrase;

    /// <summary>Boost times rarity.</summary>
    public float Weight { get; } = weight;

    /// <summary>Sections to look in, or <see langword="null"/>.</summary>
    public IReadOnlySet<int>? Labels { get; } = labels;

    public override Scorer? Open(Segment segment, int index, Scratch scratch)
    {
        if (OpenCursors(segment, index, scratch) is not { } cursors)
        {
            return null;
        }

        return cursors.Length == 1 && Labels is null
            ? new TermScorer(cursors[0], Weight, segment.InverseNorms, segment.EveryMatchScores)
            : ByPositions(segment, cursors);
    }

    /// <summary>How often, weighted by section, a document has it; 0 where it does not.</summary>
    public float Frequency(Segment segment, int index, int document, Scratch scratch) =>
        OpenCursors(segment, index, scratch) is { } cursors ? ByPositions(segment, cursors).FrequencyOf(document) : 0;

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

/// <summary>The shape of a phrase.</summary>
/// <param name="Places">The place of each term.</param>
/// <param name="Groups">For each term, the first that is the same.</param>
/// <param name="Slop">Moves that a match may need.</param>
internal sealed record PhraseShape(int[] Places, int[] Groups, int Slop)
{
    /// <summary>A single term.</summary>
    public static PhraseShape Single { get; } = new([0], [0], 0);

    /// <summary>From the first place to the last.</summary>
    public int Span => Places.Max() - Places.Min();

    /// <summary>A matcher of its own.</summary>
    public PhraseMatcher Matcher() => new(Places, Groups, Slop);
}

/// <summary>Any of several; scores add up.</summary>
internal sealed class AnyPlan(Plan[] inner) : Plan
{
    /// <summary>The several.</summary>
    public Plan[] Inner { get; } = inner;

    public override Scorer? Open(Segment segment, int index, Scratch scratch)
    {
        var scorers = new List<Scorer>(Inner.Length);
        foreach (var plan in Inner)
        {
            if (plan.Open(segment, index, scratch) is { } scorer)
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
    public IEnumerable<Plan> Scoring => must.Concat(should);

    public override Scorer? Open(Segment segment, int index, Scratch scratch)
    {
        var required = new List<(Scorer Scorer, bool)>();
        bool all = OpenAll(must, true, required, segment, index, scratch) && OpenAll(filter, false, required, segment, index, scratch);
        var optional = all ? OpenSome(should, segment, index, scratch) : [];
        if (!all || optional.Length < minimum || (required.Count == 0 && optional.Length == 0))
        {
            Release(required.Select(one => one.Scorer).Concat(optional), scratch);
            return null;
        }

        return new BooleanScorer(required, optional, OpenSome(not, segment, index, scratch), required.Count == 0 ? Math.Max(minimum, 1) : minimum);
    }

    private static bool OpenAll(Plan[] plans, bool scores, List<(Scorer, bool)> scorers, Segment segment, int index, Scratch scratch)
    {
        foreach (var plan in plans)
        {
            if (plan.Open(segment, index, scratch) is not { } scorer)
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

    private static Scorer[] OpenSome(Plan[] plans, Segment segment, int index, Scratch scratch)
    {
        var scorers = new List<Scorer>(plans.Length);
        foreach (var plan in plans)
        {
            if (plan.Open(segment, index, scratch) is { } scorer)
            {
                scorers.Add(scorer);
            }
        }

        return [.. scorers];
    }
}

/// <summary>Another plan, all with the same score.</summary>
internal sealed class ConstantPlan(Plan inner, float score) : Plan
{
    /// <summary>The other plan.</summary>
    public Plan Inner { get; } = inner;

    public override Scorer? Open(Segment segment, int index, Scratch scratch) =>
        Inner.Open(segment, index, scratch) is { } scorer ? new ConstantScorer(scorer, score) : null;
}

/// <summary>What is decided by columns.</summary>
internal sealed class ColumnPlan(Func<Segment, Scorer?> open, float score) : Plan
{
    public override Scorer? Open(Segment segment, int index, Scratch scratch) =>
        open(segment) is not { } scorer ? null : score == 1 ? scorer : new ConstantScorer(scorer, score);
}
