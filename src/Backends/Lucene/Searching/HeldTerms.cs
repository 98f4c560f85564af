using System.Collections.Concurrent;
using Lucene.Net.Index;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>
/// The postings of frequent terms that are asked for again and again, unpacked: to read them from Lucene's files takes some ten times as
/// long. Two generations: what is found in the older one moves to the younger, and when the younger is full, what is left of the older
/// goes. Thread-safe.
/// </summary>
/// <param name="segment">The segment.</param>
internal sealed class HeldTerms(Segment segment)
{
    /// <summary>Terms in fewer documents are read each time: theirs is a block of Lucene's postings, or less.</summary>
    private const int LeastDocuments = 128;

    /// <summary>Postings of a generation, for each document of the segment: so many terms that are in all documents.</summary>
    private const int PostingsPerDocument = 8;

    /// <summary>What an entry takes beside its postings, in postings.</summary>
    private const int Entry = 16;

    private readonly Lock _change = new();
    private volatile ConcurrentDictionary<(TermForm, string), HeldTerm?> _young = new();
    private volatile ConcurrentDictionary<(TermForm, string), HeldTerm?> _old = new();
    private long _postings;

    /// <summary>The postings of a term; <see langword="null"/> where it is rare, or asked for the first time in a while.</summary>
    /// <param name="form">Its form.</param>
    /// <param name="term">The term.</param>
    /// <param name="found">The dictionary, which stands on it.</param>
    /// <param name="limit">Ends it where the search is to end.</param>
    public HeldTerm? Of(TermForm form, string term, TermsEnum found, TimeLimit limit)
    {
        int frequency = found.DocFreq;
        if (frequency < LeastDocuments)
        {
            return null;
        }

        bool isYoung = _young.TryGetValue((form, term), out var held);
        if (held is null)
        {
            bool wasAskedFor = _old.TryGetValue((form, term), out held) || isYoung;
            held ??= wasAskedFor
                ? HeldTerm.Read(found.Docs(null, null, DocsFlags.FREQS), frequency, segment.InverseNorms, limit) : null;
            Keep((form, term), held);
        }

        return held;
    }

    private void Keep((TermForm, string) key, HeldTerm? held)
    {
        lock (_change)
        {
            int postings = Entry + (held?.Documents.Length ?? 0);
            if (_postings + postings > (long)PostingsPerDocument * segment.DocumentCount)
            {
                (_old, _young, _postings) = (_young, new(), 0);
            }

            _young[key] = held;
            _postings += postings;
        }
    }
}
