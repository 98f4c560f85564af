using System.Text;
using ProposalSearch.Engine.Terms;
using ProposalSearch.Engine.Timing;

namespace ProposalSearch.Engine.Suggestions;

/// <summary>A word that was typed, and the words of the phrases that it may be. Sought when they are first asked for.</summary>
internal sealed class TypedWord(string term, bool isPrefix)
{
    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(term);
    private List<WordRange>? _near;

    /// <summary>How many letters of it may be wrong: from 4 letters on one, from 8 on two.</summary>
    public int MaxEdits { get; } = AllowedEdits(term);

    /// <summary>The words that fit with exactly this many edits, as ranges in order.</summary>
    public IEnumerable<WordRange> Fitting(WordList words, int edits, TimeLimit time)
    {
        if (edits == 0)
        {
            return [words.Find(_bytes, isPrefix)];
        }

        if (edits > MaxEdits)
        {
            return [];
        }

        _near ??= words.FindNear(new LevenshteinAutomaton(term, MaxEdits, prefixLength: 0, transpositions: true), isPrefix, time);
        return _near.Where(range => range.Edits == edits);
    }

    private static int AllowedEdits(string term) => term.EnumerateRunes().Count() switch
    {
        < 4 => 0,
        < 8 => 1,
        _ => 2,
    };
}
