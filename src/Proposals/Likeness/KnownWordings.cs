using System.Runtime.InteropServices;
using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Proposals.Likeness;

/// <summary>
/// The wordings of a schema, and which canonical question a new wording is likest to. Deterministic; immutable, so any number of threads
/// may use it.
/// </summary>
/// <remarks>
/// <para> The likeness of a wording <c>u</c> to a question is between 0 and 1:
/// <c>max over its known wordings e of (0.2 · D(terms of u, terms of e) + 0.15 · D(pairs of u, pairs of e)) + 0.15 · E + 0.5 · P</c>.
/// <c>D</c> is Dice's overlap, twice the weight of what both have over the weight of both (Dice 1945); terms are stems with the schema's
/// synonyms made one, pairs are neighbours, so that order and the frame of a question count (<c>which ... will your ... impact</c>).
/// <c>E</c> is the evidence of the terms taken singly: the weighted mean of the share that the question has in each. Weights are those of
/// <see cref="TermWeights"/>. <c>P</c> is what all known wordings of a question together say, by <see cref="QuestionProfiles"/>. Of a
/// wording of several sentences the first counts 0.97, another 0.9 of what the whole would.
/// </para>
/// <para> What forms ask beside the canonical questions (an address, a consent) is known too, by the schema's <c>others</c>: a wording that
/// is likest to one of these stays itself. Without such, <c>P</c> would be too certain, and the others share its
/// part.
/// </para>
/// <para> A wrong assignment is worse than none: the best question counts only from a threshold on, and with a margin over the second. Both
/// were chosen on wordings that were hidden in turn, a tenth of the schema's own at a time, and of LA2050 those of each year: the threshold
/// is where what more is found begins to be wrong more often than one time in twenty (<c>bench/Wordings</c> prints the curve).
/// </para>
/// <para> A heading that is no form's, since it speaks neither to whom it asks nor of what is proposed (<c>Why scope as storage key?</c>),
/// is compared with single wordings alone: one telling word in it tells nothing.
/// </para>
/// <para> A name, such as <c>Upgrade risks</c> or <c>Funder</c>, says too little to be compared by parts: it needs two terms, and a known
/// wording with exactly these.
/// </para>
/// </remarks>
internal sealed class KnownWordings
{
    private const double TermShare = 0.2;
    private const double PairShare = 0.15;
    private const double EvidenceShare = 0.15;
    private const double ProfileShare = 0.5;
    private const int FewestTerms = 2;

    private const string NoQuestion = "";

    private const double FirstSentence = 0.97;
    private const double OtherSentence = 0.9;

    private readonly WordingReader _reader;
    private readonly LikenessRules _rules;
    private readonly List<Known> _known = [];
    private readonly List<string> _questions = [];
    private readonly Dictionary<string, List<int>> _byTerm = new(StringComparer.Ordinal);
    private readonly TermWeights _terms;
    private readonly QuestionProfiles? _profiles;
    private readonly TermWeights _pairs;

    /// <summary>Prepares the wordings for comparison. Patterns with <c>*</c> are no wordings, and left out.</summary>
    public KnownWordings(IReadOnlyList<QuestionRule> questions, WordingReader reader, LikenessRules rules)
    {
        (_reader, _rules) = (reader, rules);
        foreach (var rule in questions)
        {
            var wordings = rule.Wordings.Where(static wording => wording.IsExact).Select(static wording => wording.Text);
            Add(rule.Definition.Id, wordings);
        }

        if (rules.Others.Count > 0)
        {
            Add(NoQuestion, rules.Others);
        }

        var terms = _known.Select(static known => (known.Features.Terms, known.Question));
        var pairs = _known.Select(static known => (known.Features.Pairs, known.Question));
        _terms = new TermWeights(terms, _questions.Count, least: 0.05, unseen: 0.4, AsideFactor);
        _pairs = new TermWeights(pairs, _questions.Count, least: 0.1, unseen: 0.2, static _ => 1);
        var learned = _known.Select(static known => (known.Features, known.Question)).ToArray();
        _profiles = rules.Others.Count > 0 ? new QuestionProfiles(learned, _questions.Count, AsideFactor) : null;
        foreach (var known in _known)
        {
            (known.TermWeight, known.PairWeight) = (_terms.Sum(known.Features.Terms), _pairs.Sum(known.Features.Pairs));
        }
    }

    /// <summary>The question that a wording is likest to; none where no question is like enough, or two are about alike.</summary>
    public QuestionMatch Match(string wording)
    {
        var best = new Score[_questions.Count];
        var kind = !Wording.IsQuestion(wording) ? WordingKind.Name
            : WordingReader.IsOfAForm(wording) ? WordingKind.OfAForm
            : WordingKind.Other;
        Compare(wording, 1, best, kind);
        var part = FirstSentence;
        foreach (var sentence in WordingReader.Sentences(wording))
        {
            Compare(sentence, part, best, kind);
            part = OtherSentence;
        }

        var (first, second) = (-1, -1);
        for (var question = 0; question < best.Length; question++)
        {
            if (first < 0 || best[question].Value > best[first].Value)
            {
                (first, second) = (question, first);
            }
            else if (second < 0 || best[question].Value > best[second].Value)
            {
                second = question;
            }
        }

        return first >= 0 && _questions[first] != NoQuestion && best[first].Nearest is { } nearest && best[first].Value >= _rules.Threshold
            && (second < 0 || best[first].Value - best[second].Value >= _rules.Margin)
                ? new QuestionMatch(_questions[first], Math.Round(Math.Min(best[first].Value, 0.99), 2), nearest)
                : QuestionMatch.None;
    }

    private void Add(string id, IEnumerable<string> wordings)
    {
        var question = _questions.IndexOf(id);
        if (question < 0)
        {
            question = _questions.Count;
            _questions.Add(id);
        }

        foreach (var wording in wordings)
        {
            var features = _reader.Read(wording);
            foreach (var term in features.Terms)
            {
                var places = CollectionsMarshal.GetValueRefOrAddDefault(_byTerm, term, out _) ??= [];
                places.Add(_known.Count);
            }

            _known.Add(new Known(wording, question, features));
        }
    }

    private double AsideFactor(string term) => _reader.IsAside(term) ? 0.3 : 1;

    private double WeightOf(string term) => !_terms.Knows(term) && _reader.IsAside(term) ? 0.05 : _terms.Of(term);

    /// <summary>Compares a text with the known wordings. Its scores count by a share; of each question the best is kept.</summary>
    private void Compare(string text, double share, Score[] best, WordingKind kind)
    {
        var features = _reader.Read(text);
        var weight = features.Terms.Sum(WeightOf);
        if (weight <= 0 || features.Terms.Count < FewestTerms)
        {
            return;
        }

        var evidence = Evidence(features, weight);
        var profile = kind == WordingKind.Other ? null : _profiles?.Of(features);
        var pairWeight = _pairs.Sum(features.Pairs);
        foreach (var (at, overlap) in Overlaps(features))
        {
            var known = _known[at];
            if (kind == WordingKind.Name && !HasSameTerms(known.Features, features))
            {
                continue;
            }

            var pairs = known.Features.Pairs.Where(features.Pairs.Contains).Sum(_pairs.Of);
            var value = (TermShare * 2 * overlap / (weight + known.TermWeight))
                + (PairShare * 2 * pairs / (pairWeight + known.PairWeight))
                + (EvidenceShare * evidence[known.Question]);
            value = profile is null ? value / (1 - ProfileShare) : value + (ProfileShare * profile[known.Question]);
            if (value * share > best[known.Question].Value)
            {
                best[known.Question] = new Score(value * share, known.Wording);
            }
        }
    }

    /// <summary>The weight of the terms that a wording has in common with each known wording that has any of them.</summary>
    private Dictionary<int, double> Overlaps(WordingFeatures features)
    {
        var overlaps = new Dictionary<int, double>();
        foreach (var term in features.Terms)
        {
            foreach (var known in _byTerm.GetValueOrDefault(term, []))
            {
                overlaps[known] = overlaps.GetValueOrDefault(known) + WeightOf(term);
            }
        }

        return overlaps;
    }

    /// <summary>For each question, what the terms of a wording, taken singly, say for it: 0 to 1.</summary>
    private double[] Evidence(WordingFeatures features, double weight)
    {
        var evidence = new double[_questions.Count];
        foreach (var term in features.Terms)
        {
            foreach (var (question, share) in _terms.Questions(term))
            {
                evidence[question] += WeightOf(term) * share / weight;
            }
        }

        return evidence;
    }

    private static bool HasSameTerms(WordingFeatures left, WordingFeatures right)
        => left.Terms.Count == right.Terms.Count && left.Terms.All(right.Terms.Contains);

    private enum WordingKind
    {
        Name,
        OfAForm,
        Other,
    }

    private readonly record struct Score(double Value, string? Nearest);

    private sealed class Known(string wording, int question, WordingFeatures features)
    {
        public string Wording { get; } = wording;

        public int Question { get; } = question;

        public WordingFeatures Features { get; } = features;

        public double TermWeight { get; set; }

        public double PairWeight { get; set; }
    }
}
