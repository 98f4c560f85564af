using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace ProposalSearch.Backends.Lucene.Indexing;

/// <summary>Gives Lucene the terms of a document that are known already, each as often as it weighs, at its position.</summary>
internal sealed class WordStream : TokenStream
{
    private readonly IPositionIncrementAttribute _increment;
    private readonly KnownTerm _term = new();
    private readonly List<Word> _words = [];
    private int _next;
    private int _repeats;
    private int _position;

    public WordStream()
    {
        AddAttributeImpl(_term);
        _increment = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <summary>Forgets the words of the document before.</summary>
    public void Begin() => _words.Clear();

    /// <summary>Adds a word; positions ascend.</summary>
    public void Add(BytesRef term, int position, int weight) => _words.Add(new Word(term, position, weight));

    /// <inheritdoc/>
    public override void Reset() => (_next, _repeats, _position) = (0, 0, -1);

    /// <inheritdoc/>
    public override bool IncrementToken()
    {
        if (_repeats == 0)
        {
            if (_next == _words.Count)
            {
                return false;
            }

            _repeats = _words[_next++].Weight;
        }

        var word = _words[_next - 1];
        _repeats--;
        _term.Term = word.Term;
        _increment.PositionIncrement = word.Position - _position;
        _position = word.Position;
        return true;
    }

    private readonly record struct Word(BytesRef Term, int Position, int Weight);
}
