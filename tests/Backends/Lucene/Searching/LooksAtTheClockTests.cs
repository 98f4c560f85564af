using System.Globalization;
using ProposalSearch.Foundation.Timing;
using ProposalSearch.Retrieval;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Backends.Lucene.Tests.Searching;

/// <summary>
/// Whatever grows with an archive, a document or a query looks at the clock while it goes on: counted, so that it is the same on every
/// machine. A limit looks once for 32 steps of a microsecond.
/// </summary>
public sealed class LooksAtTheClockTests : IAsyncLifetime
{
    private const int Documents = 3_200;
    private const int Repeats = 64_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("looks-").FullName;
    private IIndexReader? _reader;

    public async Task InitializeAsync()
    {
        var store = new LuceneStore();
        await using (var writer = await store.CreateAsync(_folder, new IndexSettings()))
        {
            for (int number = 0; number < Documents; number++)
            {
                await writer.AddAsync(Document(number, $"word{number:0000}"));
            }

            await writer.AddAsync(Document(Documents, string.Concat(Enumerable.Repeat("river bank ", Repeats))));
            await writer.PublishAsync([]);
        }

        _reader = await store.OpenAsync(_folder);
    }

    public Task DisposeAsync()
    {
        _reader?.Dispose();
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Search_ColumnThatWasNotReadBefore_LooksForEachThirtySecondOfItsValues()
    {
        Task<long> Facets() => Looks(run => run.SearchAsync(new AllQuery(), new SearchOptions { Facets = ["area"] }));
        long first = await Facets(), second = await Facets();

        Assert.InRange(second, Documents / 32, int.MaxValue);
        Assert.InRange(first - second, 2 * Documents / 32, int.MaxValue);
    }

    [Theory]
    [InlineData(SortKind.Text, "area", 3)]
    [InlineData(SortKind.Number, "amount", 1)]
    public async Task Search_OrderThatWasNotAskedForBefore_LooksForEachThirtySecondOfItsValues(SortKind kind, string column, int times)
    {
        Task<long> Sorted() => Looks(run => run.SearchAsync(new AllQuery(), new SearchOptions { Sort = new SortBy(kind, column) }));
        long first = await Sorted(), second = await Sorted();

        Assert.InRange(first - second, times * Documents / 32, int.MaxValue);
    }

    [Fact]
    public async Task Search_ManyWords_LooksForEachThirtySecondOfThem()
    {
        const int Words = 1_600;
        var any = new BooleanQuery { Should = [.. Enumerable.Range(0, Words).Select(number => Word($"word{number:0000}"))] };

        Assert.InRange(await Looks(run => run.SearchAsync(any, new SearchOptions())), Words / 32, int.MaxValue);
    }

    [Fact]
    public async Task Search_PhraseInALongText_LooksForEachThousandOfItsWords()
    {
        var phrase = new PhraseQuery(TermForm.Exact, [new PhraseTerm("river", 0), new PhraseTerm("bank", 1)], 0);

        Assert.InRange(await Looks(run => run.SearchAsync(phrase, new SearchOptions())), 2 * Repeats / 1024, int.MaxValue);
    }

    [Fact]
    public async Task NearTerms_WordsThatWereNotReadBefore_LooksForEachThirtySecondOfThem()
    {
        Task<long> Near() => Looks(run => run.NearTermsAsync("zzzzzzzz", 1));
        long first = await Near(), second = await Near();

        Assert.InRange(first - second, Documents / 32, int.MaxValue);
    }

    [Fact]
    public async Task Describe_LargeSetInALongText_LooksForEachThirtySecondOfItsWords()
    {
        var shape = new WildcardQuery(TermForm.Exact, "*r*", TermSetScoring.Constant);
        RankedDocument[] last = [new RankedDocument(0, 0, Documents)];
        long looks = await Looks(async run => (await run.DescribeAsync(new DetailsRequest(last) { Marked = shape }))[0]);

        Assert.InRange(looks, 2 * Repeats / 32 + Repeats / 32, int.MaxValue);
    }

    private static IndexDocument Document(int number, string text)
    {
        string name = number.ToString("00000", CultureInfo.InvariantCulture);
        var document = new IndexDocument { Id = name };
        document.Sections.Add(new Section(0, text));
        document.Values.Add(("area", name));
        document.Numbers.Add(("amount", number));
        return document;
    }

    private static TermQuery Word(string word) => new(TermForm.Exact, word);

    private async Task<long> Looks<T>(Func<ISearchRun, ValueTask<T>> ask)
    {
        var clock = new CountingClock(long.MaxValue);
        await ask(_reader!.Begin(new TimeLimit(TimeSpan.FromHours(1), clock, CancellationToken.None)));
        return clock.Looks;
    }
}
