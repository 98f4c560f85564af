using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>
/// The answers of one proposal. The same text a second time is not a second answer, if it is given to the same question
/// (by wording, canonical question or facet), or if it is too long to be the same by chance.
/// </summary>
internal sealed class AnswerCollector
{
    /// <summary>From this many letters and digits on, equal answers to different questions are one answer that was pasted twice.</summary>
    public const int LongEnoughToBeOne = 40;

    private readonly List<Collected> _answers = new(16);

    /// <summary>How many there are.</summary>
    public int Count => _answers.Count;

    /// <summary>Adds an answer that is not empty.</summary>
    /// <param name="plan">The key's plan.</param>
    /// <param name="question">The question to show.</param>
    /// <param name="text">The answer, cleaned.</param>
    public void Add(KeyPlan plan, string question, string text)
    {
        var added = new Collected(plan, new Answer(question, plan.QuestionId, text), Letters.Digest(text));
        for (var at = 0; at < _answers.Count; at++)
        {
            if (IsRepeat(_answers[at], added))
            {
                if (added.Plan.IsVerbatim && !_answers[at].Plan.IsVerbatim)
                {
                    _answers.RemoveAt(at);
                    break;
                }

                return;
            }
        }

        _answers.Add(added);
    }

    /// <summary>The answer with the same letters as a text, or <see langword="null"/>.</summary>
    public Answer? Find(string text)
    {
        var digest = Letters.Digest(text);
        var found = _answers.Find(answer => answer.Digest == digest && Letters.Same(answer.Answer.Text, text));
        return found?.Answer;
    }

    /// <summary>All of them, in order.</summary>
    public IReadOnlyList<Answer> ToList() => [.. _answers.Select(static answer => answer.Answer)];

    private static bool IsRepeat(Collected earlier, Collected later)
    {
        var (text, other) = (later.Answer.Text, earlier.Answer.Text);
        return earlier.Digest == later.Digest
            && (Letters.AreAtLeast(text, LongEnoughToBeOne) || IsSameQuestion(earlier.Plan, later.Plan))
            && (Letters.AreAtLeast(text, 1) ? Letters.Same(other, text) : other == text);
    }

    /// <summary>A canonical question alone is not enough: how many people directly and indirectly may both be 1000.</summary>
    private static bool IsSameQuestion(KeyPlan left, KeyPlan right)
        => left.NormalizedQuestion == right.NormalizedQuestion
            || (left.Facet is not null && left.Facet.Definition.Field == right.Facet?.Definition.Field)
            || (left.QuestionId is not null && left.QuestionId == right.QuestionId && !(left.IsVerbatim && right.IsVerbatim));

    private sealed record Collected(KeyPlan Plan, Answer Answer, ulong Digest);
}
