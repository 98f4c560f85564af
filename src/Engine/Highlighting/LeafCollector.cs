using ProposalSearch.Engine.Searching;
using ProposalSearch.Engine.Segments;
using ProposalSearch.Engine.Terms;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Engine.Highlighting;

/// <summary>From a plan to the parts of the query that can be pointed at in texts of a segment.</summary>
internal static class LeafCollector
{
    /// <summary>From so many terms on, a set is looked for in the words of the document.</summary>
    private const int LargeSet = 64;

    /// <summary>The leaves of a plan on a segment; excluded parts and filters have none.</summary>
    public static List<Leaf> Collect(Plan plan, Segment segment, int index)
    {
        var leaves = new List<Leaf>();
        Add(plan, segment, index, leaves);
        return leaves;
    }

    private static void Add(Plan plan, Segment segment, int index, List<Leaf> leaves)
    {
        switch (plan)
        {
            case PhrasePlan phrase:
                AddPhrase(phrase, segment, index, leaves);
                break;
            case TermSetPlan set when set.Entries[index].Count > 0:
                leaves.Add(OfSet(set, set.Entries[index], segment));
                break;
            case AnyPlan any:
                AddAll(any.Inner, segment, index, leaves);
                break;
            case BooleanPlan boolean:
                AddAll(boolean.Scoring, segment, index, leaves);
                break;
            case ConstantPlan constant:
                Add(constant.Inner, segment, index, leaves);
                break;
        }
    }

    private static Leaf OfSet(TermSetPlan set, IReadOnlyList<TermEntry> entries, Segment segment) => entries.Count >= LargeSet
        ? new WordsLeaf(segment, set.Form, entries, set.Beginning, set.Weight, set.Labels)
        : new PositionsLeaf(
            segment, set.Form, [.. entries.Select(entry => (IReadOnlyList<TermEntry>)[entry])], PhraseShape.Single, set.Weight, set.Labels);

    private static void AddAll(IEnumerable<Plan> plans, Segment segment, int index, List<Leaf> leaves)
    {
        foreach (var plan in plans)
        {
            Add(plan, segment, index, leaves);
        }
    }

    private static void AddPhrase(PhrasePlan phrase, Segment segment, int index, List<Leaf> leaves)
    {
        TermEntry[] entries = [.. phrase.Entries.Select(bySegment => bySegment[index])];
        if (entries.All(entry => entry.DocumentFrequency > 0))
        {
            leaves.Add(new PositionsLeaf(segment, phrase.Form, [entries], phrase.Phrase, phrase.Weight, phrase.Labels));
        }
    }
}
