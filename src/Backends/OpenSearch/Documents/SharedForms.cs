using System.Collections.Concurrent;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.OpenSearch.Documents;

/// <summary>
/// What analyses words, and remembers them, for all who read documents of an index: each takes one and gives it back, so that a word is
/// analysed once and not once a document. Thread-safe.
/// </summary>
/// <param name="options">How words become terms.</param>
internal sealed class SharedForms(AnalysisOptions options)
{
    /// <summary>Words that each remembers: those of some thousand proposals, in some megabytes.</summary>
    private const int Remembered = 1 << 15;

    /// <summary>Those that are kept; what more threads at the same time need is forgotten.</summary>
    private static readonly int _most = Math.Max(2, Environment.ProcessorCount);

    private readonly ConcurrentBag<WordForms<string>> _free = [];

    /// <summary>Lends one to a function.</summary>
    public T Use<T>(Func<WordForms<string>, T> read)
    {
        var forms = _free.TryTake(out var known) ? known : TokenForms.Of(options, Remembered);
        var result = read(forms);
        if (_free.Count < _most)
        {
            _free.Add(forms);
        }

        return result;
    }
}
