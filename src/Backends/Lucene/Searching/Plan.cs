using Lucene.Net.Index;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Matching;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>
/// A query with all that concerns the whole index settled: terms found in every segment, weights computed. Belongs to one search.
/// </summary>
internal abstract class Plan
{
    /// <summary>The scorer for a segment, or <see langword="null"/> where nothing can match.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="index">Which segment it is.</param>
    /// <param name="scratch">What to work with.</param>
    public abstract Scorer? Open(Segment segment, int index, Scratch scratch);

    /// <summary>How much there is to look at in all segments. It does not tell how an index came about, so that an order by it is always
    /// the same.</summary>
    public abstract long Cost(Scratch scratch);

    /// <summary>The parts whose matches can be pointed at in a text: those that score.</summary>
    public virtual IEnumerable<Plan> Parts => [];
}

/// <summary>Matches nothing.</summary>
internal sealed class NonePlan : Plan
{
    /// <summary>The one there is.</summary>
    public static NonePlan Instance { get; } = new();

    /// <inheritdoc/>
    public override Scorer? Open(Segment segment, int index, Scratch scratch) => null;

    /// <inheritdoc/>
    public override long Cost(Scratch scratch) => 0;
}

/// <summary>A term of a phrase: where each segment's dictionary has it.</summary>
/// <param name="Form">Its form.</param>
/// <param name="Term">The term.</param>
/// <param name="BySegment">Stands on the term; <see langword="null"/> where the segment does not have it.</param>
/// <param name="Frequency">Documents that have it.</param>
internal sealed record PlacedTerm(TermForm Form, string Term, TermsEnum?[] BySegment, long Frequency);

/// <summary>A term, or a phrase of several.</summary>
/// <param name="terms">The terms.</param>
/// <param name="shape">Their places.</param>
/// <param name="weight">Boost times rarity.</param>
/// <param name="labels">Sections to look in, or <see langword="null"/>.</param>
internal sealed class PhrasePlan(PlacedTerm[] terms, PhraseShape shape, float weight, IReadOnlySet<int>? labels) : Plan
{
    /// <summary>Boost times rarity.</summary>
    public float Weight => weight;

    /// <summary>How many documents have each term.</summary>
    public IEnumerable<long> Frequencies => terms.Select(term => term.Frequency);

    /// <inheritdoc/>
    public override long Cost(Scratch scratch) => Frequencies.Min();

    /// <inheritdoc/>
    public override IEnumerable<Plan> Parts => [this];

    /// <inheritdoc/>
    public override Scorer? Open(Segment segment, int index, Scratch scratch)
    {
        if (terms.Any(term => term.BySegment[index] is null))
        {
            return null;
        }

        if (terms.Length == 1 && labels is null)
        {
            return Single(terms[0], terms[0].BySegment[index]!, segment, scratch);
        }

        var rarest = terms.Select(term => term.BySegment[index]!).MinBy(found => found.DocFreq)!;
        return new PhraseScorer(rarest.Docs(null, null, DocsFlags.NONE), rarest.DocFreq, Finder(segment, index)!, weight, segment);
    }

    private Scorer Single(PlacedTerm term, TermsEnum found, Segment segment, Scratch scratch) =>
        segment.Held.Of(term.Form, term.Term, found, scratch.Limit) is { } held ? new HeldTermScorer(held, weight)
            : new TermScorer(found.Docs(null, null, DocsFlags.FREQS), found.DocFreq, weight, segment);

    /// <summary>A finder of its own; <see langword="null"/> where the segment does not have all terms.</summary>
    public PhraseFinder? Finder(Segment segment, int index)
    {
        var postings = new DocsAndPositionsEnum[terms.Length];
        for (int term = 0; term < postings.Length; term++)
        {
            if (terms[term].BySegment[index] is not { } found)
            {
                return null;
            }

            postings[term] = found.DocsAndPositions(null, null, DocsAndPositionsFlags.NONE);
        }

        return new PhraseFinder(postings, shape, labels, segment);
    }
}

/// <summary>Any of several; scores add up.</summary>
internal sealed class AnyPlan(Plan[] inner) : Plan
{
    /// <inheritdoc/>
    public override IEnumerable<Plan> Parts => inner.SelectMany(plan => plan.Parts);

    /// <inheritdoc/>
    public override long Cost(Scratch scratch) => inner.Sum(plan => plan.Cost(scratch));

    /// <inheritdoc/>
    public override Scorer? Open(Segment segment, int index, Scratch scratch)
    {
        Scorer[] scorers = [.. inner.Select(plan => plan.Open(segment, index, scratch)).OfType<Scorer>()];
        return scorers.Length switch
        {
            0 => null,
            1 => scorers[0],
            _ => new DisjunctionScorer(scorers),
        };
    }
}

/// <summary>Several conditions.</summary>
internal sealed class BooleanPlan(Plan[] must, Plan[] should, Plan[] filter, Plan[] not, int minimum) : Plan
{
    private (Plan Plan, bool Scores)[]? _required;

    /// <inheritdoc/>
    public override IEnumerable<Plan> Parts => must.Concat(should).SelectMany(plan => plan.Parts);

    /// <inheritdoc/>
    public override long Cost(Scratch scratch) => must.Length + filter.Length > 0 ? must.Concat(filter).Min(plan => plan.Cost(scratch))
        : should.Sum(plan => plan.Cost(scratch));

    /// <inheritdoc/>
    public override Scorer? Open(Segment segment, int index, Scratch scratch)
    {
        var required = new List<(Scorer Scorer, bool)>();
        foreach (var (plan, scores) in Required(scratch))
        {
            if (plan.Open(segment, index, scratch) is not { } scorer)
            {
                return null;
            }

            required.Add((scorer, scores));
        }

        Scorer[] optional = [.. should.Select(plan => plan.Open(segment, index, scratch)).OfType<Scorer>()];
        Scorer[] excluded = [.. not.Select(plan => plan.Open(segment, index, scratch)).OfType<Scorer>()];
        return optional.Length < minimum || (required.Count == 0 && optional.Length == 0)
            ? null
            : new BooleanScorer(required, optional, excluded, required.Count == 0 ? Math.Max(minimum, 1) : minimum);
    }

    /// <summary>The cheapest first, in all segments alike: sums of three scores and more depend on their order in the last digit.</summary>
    private (Plan Plan, bool Scores)[] Required(Scratch scratch)
    {
        var all = must.Select(plan => (plan, true)).Concat(filter.Select(plan => (plan, false)));
        return _required ??= [.. must.Length + filter.Length > 1 ? all.OrderBy(one => one.plan.Cost(scratch)) : all];
    }
}

/// <summary>Another plan, all with the same score.</summary>
internal sealed class ConstantPlan(Plan inner, float score) : Plan
{
    /// <inheritdoc/>
    public override IEnumerable<Plan> Parts => inner.Parts;

    /// <inheritdoc/>
    public override long Cost(Scratch scratch) => inner.Cost(scratch);

    /// <inheritdoc/>
    public override Scorer? Open(Segment segment, int index, Scratch scratch) =>
        inner.Open(segment, index, scratch) is { } scorer ? new ConstantScorer(scorer, score) : null;
}

/// <summary>What is decided by columns.</summary>
/// <param name="open">Opens a segment.</param>
/// <param name="score">The score of each match.</param>
/// <param name="documents">Documents of the index.</param>
internal sealed class ColumnPlan(Func<Segment, Scorer?> open, float score, long documents) : Plan
{
    /// <inheritdoc/>
    public override long Cost(Scratch scratch) => documents;

    /// <inheritdoc/>
    public override Scorer? Open(Segment segment, int index, Scratch scratch) =>
        open(segment) is not { } scorer ? null : score == 1 ? scorer : new ConstantScorer(scorer, score);
}
