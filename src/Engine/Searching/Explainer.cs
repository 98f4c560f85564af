using System.Globalization;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;

namespace ProposalSearch.Engine.Searching;

/// <summary>
/// Accounts for the scores that some documents have for a query that was planned before: each part of it is asked once, about all of the
/// documents, and sums are put together
/// of the parts.
/// </summary>
internal sealed class Explainer(IndexSnapshot snapshot, DocumentScores documents)
{
    /// <summary>The account of each document; a value of 0 without details where it does not match.</summary>
    public Explanation[] Explain(Plan plan)
    {
        var account = Account(plan);
        return [.. Enumerable.Range(0, documents.Count).Select(at => account.Of(at, new PartsLeft()))];
    }

    private Account Account(Plan plan)
    {
        documents.Scratch.Limit.Step();
        return plan switch
        {
            PhrasePlan phrase => Phrase(phrase),
            AnyPlan any when plan.Query is BooleanQuery => Sum([], any.Inner, [], [], 1),
            BooleanPlan boolean => Sum(boolean.Must, boolean.Should, boolean.Filter, boolean.Not, boolean.Minimum),
            _ => Leaf(plan),
        };
    }

    private LeafAccount Leaf(Plan plan)
    {
        var (matches, scores) = documents.Scores(plan);
        return new LeafAccount(matches, scores, NameOf(plan.Query));
    }

    private SumAccount Sum(Plan[] must, Plan[] should, Plan[] filter, Plan[] not, int minimum)
    {
        Account[] needed = [.. must.Select(Account)], optional = [.. should.Select(Account)];
        bool[][] needs = [.. needed.Select(part => part.Matches), .. filter.Select(documents.Matches)], excluded = [.. not.Select(documents.Matches)];
        int least = needs.Length == 0 ? Math.Max(minimum, 1) : minimum;
        bool[] matches = [.. Enumerable.Range(0, documents.Count).Select(at =>
            Array.TrueForAll(needs, need => need[at]) && !Array.Exists(excluded, one => one[at]) && optional.Count(part => part.Matches[at]) >= least)];
        return new SumAccount(matches, [.. needed, .. optional]);
    }

    private PhraseAccount Phrase(PhrasePlan plan)
    {
        var account = new PhraseAccount(plan, NameOf(plan.Query), documents.Count, snapshot);
        foreach (var (index, order) in documents.BySegment())
        {
            var segment = snapshot.Segments[index];
            if (plan.OpenByPositions(segment, index, documents.Scratch) is { } scorer)
            {
                foreach (int at in order)
                {
                    int document = documents.Local(at, index);
                    account.Set(at, scorer.FrequencyOf(document, documents.Scratch.Limit), segment, document);
                }

                scorer.Release(documents.Scratch);
            }
        }

        documents.Scratch.ReturnCursors();
        return account;
    }

    private static string NameOf(Query query) => query switch
    {
        TermQuery term => $"{term.Term} [{Name(term.Form)}]",
        PhraseQuery phrase => $"\"{string.Join(' ', phrase.Terms.Select(term => term.Term))}\"{(phrase.Slop > 0 ? $"~{phrase.Slop}" : "")} [{Name(phrase.Form)}]",
        PrefixQuery prefix => $"any word with {prefix.Prefix}*",
        WildcardQuery shape => $"any word of the shape {shape.Pattern}",
        FuzzyQuery fuzzy => $"words within {fuzzy.Edits} edits of {fuzzy.Term}, each weighted by its similarity",
        _ => "a condition without a score of its own: constant",
    };

    private static string Name(TermForm form) => form == TermForm.Stemmed ? "stemmed" : "exact";
}
