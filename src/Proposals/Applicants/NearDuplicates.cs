using ProposalSearch.Foundation.Bytes;

namespace ProposalSearch.Proposals.Applicants;

/// <summary>
/// Finds answers of different proposals that are alike, by comparing only those that agree in a band of two bins (locality-sensitive
/// hashing: Leskovec, Rajaraman, Ullman, "Mining of Massive Datasets", chapter 3). Of answers that have half of their shingles in common it
/// finds nine in ten, of those with seven tenths all but one in two hundred. Time is that of sorting the answers eight times; memory is
/// some 100 bytes an answer.
/// </summary>
internal sealed class NearDuplicates
{
    /// <summary>What more answers than this have in common is a form's wording, not a proposal's.</summary>
    public const int MostAlike = 32;

    private const int BandSize = 2;
    private const int Bands = AnswerSketch.Bins / BandSize;

    /// <summary>Of sixteen; one less than half, for the sketch is not exact.</summary>
    private const int LeastAgreement = 6;

    /// <summary>Where so many answers to a question, and so large a share of them, are alike, they were chosen from a list.</summary>
    private const int FewestChosen = 5;
    private const double LeastShareChosen = 0.1;

    private readonly List<(int Proposal, int Answer, int Question, uint[] Sketch)> _answers = [];
    private readonly Dictionary<string, int> _questions = new(StringComparer.Ordinal);

    /// <summary>Adds an answer. Proposals come in order.</summary>
    public void Add(int proposal, int answer, string question, uint[] sketch)
    {
        if (!_questions.TryGetValue(question, out var number))
        {
            number = _questions.Count;
            _questions.Add(question, number);
        }

        _answers.Add((proposal, answer, number, sketch));
    }

    /// <summary>The pairs, in the order of their proposals and answers, both ways round.</summary>
    /// <param name="organizationOf">The organization of a proposal, by any number.</param>
    public List<(AnswerPlace From, AnswerPlace To)> Find(Func<int, int> organizationOf)
    {
        var pairs = FindPairs();
        var chosen = Chosen(pairs, organizationOf);
        return [.. pairs
            .Where(pair => !chosen[_answers[pair.Left].Question] && !chosen[_answers[pair.Right].Question])
            .Select(pair => (From: Place(pair.Left), To: Place(pair.Right)))
            .SelectMany(static pair => new[] { pair, (From: pair.To, To: pair.From) })
            .Order()];
    }

    /// <summary>Which questions offer a list to choose from: strangers do not write the same.</summary>
    private bool[] Chosen(HashSet<(int Left, int Right)> pairs, Func<int, int> organizationOf)
    {
        var alike = new HashSet<int>();
        foreach (var (left, right) in pairs)
        {
            if (organizationOf(_answers[left].Proposal) != organizationOf(_answers[right].Proposal))
            {
                alike.Add(left);
                alike.Add(right);
            }
        }

        var (all, chosen) = (new int[_questions.Count], new int[_questions.Count]);
        for (var at = 0; at < _answers.Count; at++)
        {
            all[_answers[at].Question]++;
            chosen[_answers[at].Question] += alike.Contains(at) ? 1 : 0;
        }

        return [.. chosen.Select((count, question) => count >= FewestChosen && count >= all[question] * LeastShareChosen)];
    }

    private HashSet<(int Left, int Right)> FindPairs()
    {
        var pairs = new HashSet<(int, int)>();
        var keys = new ulong[_answers.Count];
        var order = new int[_answers.Count];
        for (var band = 0; band < Bands; band++)
        {
            for (var at = 0; at < order.Length; at++)
            {
                var sketch = _answers[at].Sketch;
                keys[at] = Fnv1a.Mix(((ulong)sketch[band * BandSize] << 32) | sketch[(band * BandSize) + 1]);
                order[at] = at;
            }

            Array.Sort(keys, order);
            AddGroups(keys, order, pairs);
        }

        return pairs;
    }

    private void AddGroups(ulong[] keys, int[] order, HashSet<(int, int)> pairs)
    {
        for (var start = 0; start < keys.Length;)
        {
            var end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
            {
                end++;
            }

            if (end - start is > 1 and <= MostAlike)
            {
                AddPairs(order.AsSpan(start, end - start), pairs);
            }

            start = end;
        }
    }

    private void AddPairs(ReadOnlySpan<int> group, HashSet<(int, int)> pairs)
    {
        for (var one = 0; one < group.Length; one++)
        {
            for (var other = one + 1; other < group.Length; other++)
            {
                var (left, right) = (Math.Min(group[one], group[other]), Math.Max(group[one], group[other]));
                if (_answers[left].Proposal != _answers[right].Proposal
                    && AnswerSketch.Agreement(_answers[left].Sketch, _answers[right].Sketch) >= LeastAgreement)
                {
                    pairs.Add((left, right));
                }
            }
        }
    }

    private AnswerPlace Place(int at) => new(_answers[at].Proposal, _answers[at].Answer);
}

/// <summary>An answer of a proposal, both counted from 0.</summary>
internal readonly record struct AnswerPlace(int Proposal, int Answer) : IComparable<AnswerPlace>
{
    /// <inheritdoc/>
    public int CompareTo(AnswerPlace other) => (Proposal, Answer).CompareTo((other.Proposal, other.Answer));
}
