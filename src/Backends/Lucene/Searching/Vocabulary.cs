using Lucene.Net.Index;
using ProposalSearch.Analysis.Patterns;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Terms;

namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>
/// The terms of a field in a segment, in order and in memory: looking for near ones looks at most of them, and Lucene's dictionary
/// takes a microsecond
/// to step from one to another far away. Thread-safe.
/// </summary>
internal sealed class Vocabulary
{
    private readonly TermList _terms;

    /// <summary>Reads the terms of a field.</summary>
    public Vocabulary(Terms? terms, TimeLimit limit)
    {
        var bytes = new List<byte>();
        var ends = new List<int>();
        var frequencies = new List<int>();
        for (var walk = terms?.GetEnumerator(); walk?.MoveNext() == true;)
        {
            limit.Step();
            bytes.AddRange(walk.Term.Bytes.AsSpan(walk.Term.Offset, walk.Term.Length));
            ends.Add(bytes.Count);
            frequencies.Add(walk.DocFreq);
        }

        _terms = new TermList([.. bytes], [.. ends], [.. frequencies]);
    }

    /// <summary>Calls back for each term that an automaton takes: the term, its edits, and how many documents have it.</summary>
    public void Find(LevenshteinAutomaton automaton, Action<string, int, int> found, TimeLimit limit) =>
        _terms.Find(automaton, found, limit);
}
