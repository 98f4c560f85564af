using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;
using ProposalSearch.Analysis.Patterns;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>The terms with a beginning, or of a shape. Nothing is cut short: all of them are gone through, however many.</summary>
internal sealed class TermShape
{
    private readonly byte[] _beginning;
    private readonly Wildcard? _wildcard;

    private TermShape(TermForm form, string beginning, Wildcard? wildcard)
    {
        Form = form;
        _beginning = Encoding.UTF8.GetBytes(beginning);
        _wildcard = wildcard;
    }

    /// <summary>The form.</summary>
    public TermForm Form { get; }

    /// <summary>Terms with a beginning.</summary>
    public static TermShape WithPrefix(TermForm form, string prefix) => new(form, prefix, null);

    /// <summary>Terms of a shape.</summary>
    public static TermShape Of(TermForm form, string pattern) => new(form, Wildcard.Beginning(pattern), new Wildcard(pattern));

    /// <summary>Whether a term is one of them.</summary>
    public bool Matches(ReadOnlyMemory<byte> term) => term.Span.StartsWith(_beginning) && _wildcard?.Matches(term) != false;

    /// <summary>
    /// Whether a word that begins so can become one of them: a letter of ASCII becomes lower case, and no form begins with another.
    /// </summary>
    public bool MayBegin(char first) =>
        _beginning.Length == 0 || _beginning[0] >= 0x80 || first >= 0x80 || (first | 0x20) == (_beginning[0] | 0x20);

    /// <summary>Goes through them in a segment, in order: the dictionary stands on each in turn.</summary>
    public IEnumerable<TermsEnum> In(Segment segment, TimeLimit limit)
    {
        if (segment.Terms(Form) is not { } terms)
        {
            yield break;
        }

        var walk = terms.GetEnumerator();
        var found = walk.SeekCeil(new BytesRef(_beginning));
        while (found != TermsEnum.SeekStatus.END && Term(walk).Span.StartsWith(_beginning))
        {
            limit.Step();
            if (_wildcard?.Matches(Term(walk)) != false && segment.Frequency(Form, walk) > 0)
            {
                yield return walk;
            }

            found = walk.MoveNext() ? TermsEnum.SeekStatus.FOUND : TermsEnum.SeekStatus.END;
        }
    }

    private static ReadOnlyMemory<byte> Term(TermsEnum walk) => walk.Term.Bytes.AsMemory(walk.Term.Offset, walk.Term.Length);
}
