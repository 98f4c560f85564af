using Lucene.Net.Util;
using ProposalSearch.Backends.Lucene.Documents;
using ProposalSearch.Backends.Lucene.Indexing;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Backends.Lucene.Searching;

/// <summary>
/// What the deleted documents of a segment still count for in Lucene's dictionaries, until the segment is merged: found from their texts,
/// each once, and carried over from one snapshot to the next. So scores are those of an index without them. Thread-safe.
/// </summary>
internal sealed class DeletedDocuments
{
    private readonly HashSet<int> _documents;
    private readonly Dictionary<BytesRef, int> _stems;
    private readonly Dictionary<BytesRef, int> _words;

    private DeletedDocuments(DeletedDocuments? before)
    {
        _documents = before is null ? [] : [.. before._documents];
        _stems = before is null ? [] : new(before._stems);
        _words = before is null ? [] : new(before._words);
        (WithWords, Words) = (before?.WithWords ?? 0, before?.Words ?? 0);
    }

    /// <summary>Deleted documents that have words.</summary>
    public int WithWords { get; private set; }

    /// <summary>Words of the deleted documents, stop words left out, weighted by section.</summary>
    public long Words { get; private set; }

    /// <summary>The deleted documents of a segment.</summary>
    /// <param name="segment">The segment.</param>
    /// <param name="before">Those of an earlier snapshot; what is deleted stays so.</param>
    public static DeletedDocuments Of(Segment segment, DeletedDocuments? before)
    {
        List<int> deleted = [.. Enumerable.Range(0, segment.DocumentCount).Where(document => !segment.Live!.Get(document))];
        if (before is not null && before._documents.Count == deleted.Count)
        {
            return before;
        }

        var all = new DeletedDocuments(before);
        var forms = LuceneForms.Of(segment.Settings.Analysis);
        foreach (int document in deleted.Where(all._documents.Add))
        {
            all.Add(new StoredRecord(() => segment.Record(document)), forms, segment.Settings);
        }

        return all;
    }

    /// <summary>How many of them have a term.</summary>
    public int Frequency(TermForm form, BytesRef term) => (form == TermForm.Stemmed ? _stems : _words).GetValueOrDefault(term);

    private void Add(StoredRecord record, WordForms<BytesRef> forms, IndexSettings settings)
    {
        var (stems, words) = (new HashSet<BytesRef>(), new HashSet<BytesRef>());
        for (int section = 0; section < record.SectionCount; section++)
        {
            int weight = settings.WeightOf(record.Label(section));
            string text = record.Text(section);
            for (var walk = forms.Words(text); walk.MoveNext();)
            {
                var form = forms.Of(text.AsSpan(walk.Start, walk.Length));
                words.Add(form.Exact);
                Add(form.Stem, stems, weight);
                Add(form.PlainStem, stems, weight);
            }
        }

        WithWords += stems.Count > 0 ? 1 : 0;
        Count(stems, _stems);
        Count(words, _words);
    }

    private void Add(BytesRef? stem, HashSet<BytesRef> stems, int weight)
    {
        if (stem is not null)
        {
            stems.Add(stem);
            Words += weight;
        }
    }

    private static void Count(HashSet<BytesRef> terms, Dictionary<BytesRef, int> counts)
    {
        foreach (var term in terms)
        {
            counts[term] = counts.GetValueOrDefault(term) + 1;
        }
    }
}
