using ProposalSearch.Backends.OpenSearch.Documents;
using ProposalSearch.Backends.OpenSearch.Terms;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Highlighting;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Scoring;

namespace ProposalSearch.Backends.OpenSearch.Describing;

/// <summary>A part of a query that can be pointed at in a text. Belongs to one thread.</summary>
/// <param name="weight">Boost times rarity.</param>
internal abstract class DocumentPart(float weight)
{
    /// <summary>Boost times rarity.</summary>
    public float Weight { get; } = weight;

    /// <summary>How often a document has it, weighted by section; 0 where it does not.</summary>
    public abstract float Frequency(DocumentWords words);

    /// <summary>Adds its matches in a document, not in order.</summary>
    /// <param name="words">The document.</param>
    /// <param name="leaf">The number of this part.</param>
    /// <param name="matches">Is added to.</param>
    public abstract void Find(DocumentWords words, int leaf, List<Match> matches);
}

/// <summary>A term, or a phrase of several.</summary>
/// <param name="form">Which form of the words.</param>
/// <param name="terms">The terms.</param>
/// <param name="shape">Their places.</param>
/// <param name="labels">Sections to look in, or <see langword="null"/>.</param>
/// <param name="weight">Boost times rarity.</param>
/// <param name="limit">Ends it where it is to end.</param>
internal sealed class PhrasePart(
    TermForm form, string[] terms, PhraseShape shape, IReadOnlySet<int>? labels, float weight, TimeLimit limit) : DocumentPart(weight)
{
    private readonly PhraseMatcher _matcher = shape.Matcher();

    /// <inheritdoc/>
    public override float Frequency(DocumentWords words)
    {
        if (!Stand(words) || _matcher.Frequency(limit) <= 0)
        {
            return 0;
        }

        float sum = 0;
        foreach (var match in _matcher.Matches)
        {
            sum += match.Worth * words.SectionAt(match.Word).Weight;
        }

        return sum;
    }

    /// <inheritdoc/>
    public override void Find(DocumentWords words, int leaf, List<Match> matches)
    {
        if (Stand(words) && _matcher.Frequency(limit) > 0)
        {
            _matcher.AddTo(matches, leaf);
        }
    }

    /// <summary>Whether the document has all terms in these sections.</summary>
    private bool Stand(DocumentWords words)
    {
        for (int term = 0; term < terms.Length; term++)
        {
            if (!words.Terms(form).TryGetValue(terms[term], out var positions))
            {
                return false;
            }

            int count = 0;
            int[] room = _matcher.Room(term, positions.Count);
            foreach (int position in positions)
            {
                limit.Step();
                if (labels?.Contains(words.SectionAt(position).Label) != false)
                {
                    room[count++] = position;
                }
            }

            _matcher.SetCount(term, count);
            if (count == 0)
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>Any term of a shape.</summary>
/// <param name="shape">The terms.</param>
/// <param name="labels">Sections to look in, or <see langword="null"/>.</param>
/// <param name="weight">Boost times rarity of the set taken as one term.</param>
/// <param name="limit">Ends it where it is to end.</param>
internal sealed class SetPart(TermShape shape, IReadOnlySet<int>? labels, float weight, TimeLimit limit) : DocumentPart(weight)
{
    /// <inheritdoc/>
    public override float Frequency(DocumentWords words) => Positions(words).Sum(position => words.SectionAt(position).Weight);

    /// <inheritdoc/>
    public override void Find(DocumentWords words, int leaf, List<Match> matches) =>
        matches.AddRange(Positions(words).Select(position => new Match(position, position, leaf)));

    private IEnumerable<int> Positions(DocumentWords words)
    {
        foreach (var (term, positions) in words.Terms(shape.Form))
        {
            limit.Step();
            if (!shape.Matches(term))
            {
                continue;
            }

            foreach (int position in positions)
            {
                limit.Step();
                if (labels?.Contains(words.SectionAt(position).Label) != false)
                {
                    yield return position;
                }
            }
        }
    }
}
