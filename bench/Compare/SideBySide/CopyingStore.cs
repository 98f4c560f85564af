using System.Globalization;
using ProposalSearch.Analysis.Forms;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Compare.SideBySide;

/// <summary>
/// Has another store write an archive many times as large: beside each document others with its values, title and lengths, whose sentences
/// are dealt anew from all there are. The same for every store.
/// </summary>
/// <param name="inner">The store.</param>
/// <param name="copies">So many documents for each, itself included.</param>
internal sealed class CopyingStore(IIndexStore inner, int copies) : IIndexStore
{
    public string Name => inner.Name;

    public bool HasFolders => inner.HasFolders;

    public async ValueTask<IIndexWriter> CreateAsync(string location, IndexSettings settings, CancellationToken cancellation = default) =>
        new Writer(await inner.CreateAsync(location, settings, cancellation).ConfigureAwait(false), copies);

    public ValueTask<IIndexReader> OpenAsync(string location, CancellationToken cancellation = default) =>
        inner.OpenAsync(location, cancellation);

    public ValueTask<IIndexReader> OpenToServeAsync(string location, IndexHeldIn heldIn, CancellationToken cancellation = default) =>
        inner.OpenToServeAsync(location, heldIn, cancellation);

    public ValueTask<IndexVerification> VerifyAsync(string location, CancellationToken cancellation = default) =>
        inner.VerifyAsync(location, cancellation);

    private sealed class Writer(IIndexWriter inner, int copies) : IIndexWriter
    {
        private readonly List<IndexDocument> _documents = [];
        private readonly List<string> _sentences = [];
        private readonly Random _random = new(1);

        public ValueTask DeclareAsync(
            IReadOnlyList<IndexColumn> columns, ILanguage? language = null, CancellationToken cancellation = default) =>
            inner.DeclareAsync(columns, language, cancellation);

        public ValueTask AddAsync(IndexDocument document, CancellationToken cancellation = default)
        {
            _documents.Add(document);
            _sentences.AddRange(document.Sections.Skip(1).SelectMany(section => Sentences(section.Text)));
            return ValueTask.CompletedTask;
        }

        public async ValueTask PublishAsync(IReadOnlyList<IndexBlob> blobs, CancellationToken cancellation = default)
        {
            foreach (var document in _documents)
            {
                await inner.AddAsync(document, cancellation).ConfigureAwait(false);
                for (int copy = 1; copy < copies; copy++)
                {
                    await inner.AddAsync(Again(document, copy), cancellation).ConfigureAwait(false);
                }
            }

            await inner.PublishAsync(blobs, cancellation).ConfigureAwait(false);
        }

        public ValueTask DisposeAsync() => inner.DisposeAsync();

        private static string[] Sentences(string text) => text.Split(". ");

        private IndexDocument Again(IndexDocument document, int copy)
        {
            string id = string.Create(CultureInfo.InvariantCulture, $"{document.Id}~{copy:0000}");
            var again = new IndexDocument { Id = id, Stored = document.Stored };
            again.Values.AddRange(document.Values);
            again.Numbers.AddRange(document.Numbers);
            again.Sections.AddRange(
                document.Sections.Select((section, at) => at == 0 ? section : section with { Text = Deal(section.Text) }));
            return again;
        }

        private string Deal(string text) =>
            string.Join(". ", Sentences(text).Select(_ => _sentences[_random.Next(_sentences.Count)]));
    }
}
