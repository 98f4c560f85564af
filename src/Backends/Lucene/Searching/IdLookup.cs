using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;
using DocIdSetIterator = Lucene.Net.Search.DocIdSetIterator;

namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>Finds the document of an id.</summary>
/// <param name="id">The id.</param>
internal sealed class IdLookup(string id)
{
    private readonly BytesRef _term = new(Encoding.UTF8.GetBytes(id));

    /// <summary>Its number in a segment, unless it is deleted there; <see langword="null"/> where the segment does not have it.</summary>
    public int? In(AtomicReader segment)
    {
        var ids = segment.GetTerms(Fields.Id)?.GetEnumerator();
        return ids?.SeekExact(_term) == true
            && ids.Docs(segment.LiveDocs, null, DocsFlags.NONE).NextDoc() is not DocIdSetIterator.NO_MORE_DOCS and var document
                ? document
                : null;
    }
}
