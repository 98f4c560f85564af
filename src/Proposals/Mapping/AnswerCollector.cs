using System.Runtime.InteropServices;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>
/// The answers of one proposal. The same text a second time is not a second answer, if it is given to the same question
/// (by wording, canonical question or facet), or if it is too long to be the same by chance.
/// </summary>
/// <remarks>A file may have a hundred thousand keys, all with one text: an answer is compared with those only that it may repeat.</remarks>
internal sealed class AnswerCollector
{
    /// <summary>From this many letters and digits on, equal answers to different questions are one answer that was pasted twice.</summary>
    private const int LongEnoughToBeOne = 40;

    private const string AnyQuestion = "*";

    private readonly List<Collected?> _answers = new(16);
    private readonly Dictionary<(ulong Digest, string Question), List<int>> _places = [];

    /// <summary>Adds an answer that is not empty.</summary>
    /// <param name="plan">The key's plan.</param>
    /// <param name="question">The question to show.</param>
    /// <param name="text">The answer, cleaned.</param>
    public void Add(KeyPlan plan, string question, string text)
    {
        var added = new Collected(plan, new Answer(question, plan.QuestionId, text), Letters.Digest(text));
        if (FirstRepeated(added) is { } at)
        {
            if (!IsBetter(added, _answers[at]!))
            {
                return;
            }

            _answers[at] = null;
        }

        foreach (var key in KeysOf(added))
        {
            var places = CollectionsMarshal.GetValueRefOrAddDefault(_places, (added.Digest, key), out _) ??= [];
            places.Add(_answers.Count);
        }

        _answers.Add(added);
    }

    /// <summary>The answer with the same letters as a text, or <see langword="null"/>.</summary>
    public Answer? Find(string text)
    {
        var digest = Letters.Digest(text);
        return _answers.Find(answer => answer?.Digest == digest && Letters.Same(answer.Answer.Text, text))?.Answer;
    }

    public IReadOnlyList<Answer> ToList() => [.. _answers.OfType<Collected>().Select(static answer => answer.Answer)];

    private int? FirstRepeated(Collected added)
    {
        int? first = null;
        foreach (var key in KeysOf(added))
        {
            foreach (var at in _places.GetValueOrDefault((added.Digest, key), []))
            {
                if (first <= at)
                {
                    break;
                }

                if (_answers[at] is { } earlier && IsRepeat(earlier, added))
                {
                    first = at;
                }
            }
        }

        return first;
    }

    /// <summary>What another answer has one of too, if it is the same.</summary>
    private static IEnumerable<string> KeysOf(Collected answer)
    {
        if (Letters.AreAtLeast(answer.Answer.Text, LongEnoughToBeOne))
        {
            yield return AnyQuestion;
            yield break;
        }

        yield return "q " + answer.Plan.NormalizedQuestion;
        if (answer.Plan.Facet is { } facet)
        {
            yield return "f " + facet.Rule.Definition.Field;
        }

        if (answer.Plan.QuestionId is { } id)
        {
            yield return "c " + id;
        }
    }

    private static bool IsRepeat(Collected earlier, Collected later)
    {
        var (text, other) = (later.Answer.Text, earlier.Answer.Text);
        return (Letters.AreAtLeast(text, LongEnoughToBeOne) || IsSameQuestion(earlier.Plan, later.Plan))
            && (Letters.AreAtLeast(text, 1) ? Letters.Same(other, text) : other == text);
    }

    /// <summary>
    /// Whether a repeat takes the place of the earlier answer: a question is better than a name, and a key better than the same key below
    /// another, where an anchor of YAML is that was merged elsewhere.
    /// </summary>
    private static bool IsBetter(Collected later, Collected earlier)
        => (later.Plan.IsVerbatim && !earlier.Plan.IsVerbatim)
            || earlier.Answer.Question.EndsWith(Wording.Below + later.Answer.Question, StringComparison.Ordinal);

    /// <summary>A canonical question alone is not enough: how many people directly and indirectly may both be 1000.</summary>
    private static bool IsSameQuestion(KeyPlan left, KeyPlan right)
        => left.NormalizedQuestion == right.NormalizedQuestion
            || (left.Facet is not null && left.Facet.Rule.Definition.Field == right.Facet?.Rule.Definition.Field)
            || (left.QuestionId is not null && left.QuestionId == right.QuestionId && !(left.IsVerbatim && right.IsVerbatim));

    private sealed record Collected(KeyPlan Plan, Answer Answer, ulong Digest);
}
