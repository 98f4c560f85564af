using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using Xunit;

namespace ProposalSearch.Backends.Lucene.Tests.LifeCycle;

/// <summary>Documents that are refused, calls that are cancelled, folders that hold something else.</summary>
public sealed class WriterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("writer-").FullName;
    private readonly LuceneStore _store = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Add_OfADocumentThatCannotBeHeld_SaysWhyAndGoesOn()
    {
        await using (var writer = await _store.CreateAsync(_folder, new IndexSettings()))
        {
            await writer.AddAsync(Document("a", "rivers"));
            var refused = await Assert.ThrowsAsync<DocumentRefusedException>(async () =>
                await writer.AddAsync(Document("b", "rivers", new string('x', 40_000))));
            Assert.Contains("\"b\"", refused.Message, StringComparison.Ordinal);
            Assert.Contains("40,000 bytes, and 32,766 are the most", refused.Message, StringComparison.Ordinal);
            await writer.AddAsync(Document("c", "rivers", new string('x', 32_766)));
            await writer.PublishAsync([]);
        }

        using var reader = await _store.OpenAsync(_folder);
        Assert.Equal(2, (await reader.SearchAsync(new TermQuery(TermForm.Stemmed, "river"), new SearchOptions())).Total);
        Assert.Equal(["a", null, "c"], (await reader.FindAsync(["a", "b", "c"])).Select(document => document?.Id));
    }

    [Fact]
    public async Task Add_OfALongDocument_GivesItBackWhole()
    {
        string text = string.Join(' ', Enumerable.Range(0, 400_000).Select(i => $"word{i % 5_000}"));
        await using (var writer = await _store.CreateAsync(_folder, new IndexSettings()))
        {
            await writer.AddAsync(Document("a", text));
            await writer.PublishAsync([]);
        }

        using var reader = await _store.OpenAsync(_folder);
        var document = (await reader.FindAsync(["a"]))[0]!;
        Assert.Equal(text, document.Text(0));
        var (start, length) = document.Token(0, 399_999);
        Assert.Equal("word4999", document.Text(0, start, length));
    }

    [Fact]
    public async Task Search_Cancelled_Ends()
    {
        await Editions.PublishOneAsync(_folder, 1);
        using var reader = await _store.OpenAsync(_folder);
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await reader.SearchAsync(new AllQuery(), new SearchOptions(), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await reader.NearTermsAsync("word", 2, cancelled));
    }

    [Fact]
    public async Task Create_BesideForeignFiles_LeavesThemAlone()
    {
        string foreign = Path.Combine(_folder, "notes.txt");
        await File.WriteAllTextAsync(foreign, "mine");
        await Editions.PublishOneAsync(_folder, 1);
        foreach (var file in Directory.EnumerateFiles(_folder, "_*"))
        {
            await File.WriteAllBytesAsync(file, [1, 2, 3]);
        }

        await Editions.PublishOneAsync(_folder, 2);

        Assert.Equal("mine", await File.ReadAllTextAsync(foreign));
        Assert.Equal(2, await Editions.ReadAsync(_folder));
    }

    private static IndexDocument Document(string id, string text, string? value = null)
    {
        var document = new IndexDocument { Id = id };
        document.Sections.Add(new Section(0, text));
        if (value is not null)
        {
            document.Values.Add(("column", value));
        }

        return document;
    }
}
