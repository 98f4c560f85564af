using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using ProposalSearch.Retrieval;

namespace ProposalSearch.Backends.Lucene.Indexing;

/// <summary>
/// The places of an index's documents (<see cref="Fields.Place"/>), and where a new document belongs by the ordinal order of ids: between
/// the places of its neighbours, of which far more numbers are free than documents come between two. Not thread-safe.
/// </summary>
/// <param name="reader">The index as it was.</param>
internal sealed class PlaceList(DirectoryReader reader)
{
    /// <summary>From one document to the next when an index is made.</summary>
    public const long Distance = 1L << 34;

    /// <summary>
    /// A new place is nearer to the one before, since new documents mostly come in their order: some three hundred fit so between two, in
    /// the worst order eleven.
    /// </summary>
    private const int Share = 8;

    private readonly SortedSet<long> _taken = [];
    private readonly SortedList<string, long> _new = new(StringComparer.Ordinal);
    private long[]? _places;

    /// <summary>The place of a new document.</summary>
    /// <exception cref="UpdateRefusedException">There is none left, or none can be told.</exception>
    public long Add(string id)
    {
        if (id.Any(letter => letter >= '\uD800'))
        {
            throw new UpdateRefusedException($"The id '{id}' has letters that are ordered differently as UTF-8 and as UTF-16.");
        }

        _places ??= Sorted();
        long? next = Next(id);
        long before = Before(next);
        long place = next is null ? before + Distance : before + ((next.Value - before) / Share);
        if (place == before)
        {
            throw new UpdateRefusedException($"There is no place left for a document with the id '{id}' between its neighbours.");
        }

        _new.Add(id, place);
        _taken.Add(place);
        return place;
    }

    private long[] Sorted()
    {
        var places = new List<long>(reader.NumDocs);
        foreach (var leaf in reader.Leaves)
        {
            var (values, live) = (leaf.AtomicReader.GetNumericDocValues(Fields.Place), leaf.AtomicReader.LiveDocs);
            for (int document = 0; document < leaf.AtomicReader.MaxDoc; document++)
            {
                if (live?.Get(document) != false)
                {
                    places.Add(values.Get(document));
                }
            }
        }

        places.Sort();
        return [.. places];
    }

    /// <summary>The least place of the documents that come after an id; <see langword="null"/> where none does.</summary>
    private long? Next(string id)
    {
        var bytes = new BytesRef(Encoding.UTF8.GetBytes(id));
        int at = FirstNewAfter(id);
        long? next = at < _new.Count ? _new.Values[at] : null;
        foreach (var leaf in reader.Leaves)
        {
            if (NextIn(leaf.AtomicReader, bytes) is { } place && (next is null || place < next))
            {
                next = place;
            }
        }

        return next;
    }

    private static long? NextIn(AtomicReader segment, BytesRef id)
    {
        var walk = segment.GetTerms(Fields.Id)?.GetEnumerator();
        if (walk is null || walk.SeekCeil(id) == TermsEnum.SeekStatus.END)
        {
            return null;
        }

        do
        {
            int document = walk.Docs(segment.LiveDocs, null, DocsFlags.NONE).NextDoc();
            if (document != DocIdSetIterator.NO_MORE_DOCS)
            {
                return segment.GetNumericDocValues(Fields.Place).Get(document);
            }
        }
        while (walk.MoveNext());

        return null;
    }

    private int FirstNewAfter(string id)
    {
        int low = 0;
        for (int high = _new.Count; low < high;)
        {
            int middle = (low + high) >>> 1;
            (low, high) = string.CompareOrdinal(_new.Keys[middle], id) > 0 ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>The greatest place before another, or of all.</summary>
    private long Before(long? next)
    {
        long end = next ?? long.MaxValue;
        int at = Array.BinarySearch(_places!, end);
        long known = (at < 0 ? ~at : at) is > 0 and var after ? _places![after - 1] : 0;
        long taken = _taken.Count > 0 && _taken.Min < end ? _taken.GetViewBetween(long.MinValue, end - 1).Max : 0;
        return Math.Max(known, taken);
    }
}
