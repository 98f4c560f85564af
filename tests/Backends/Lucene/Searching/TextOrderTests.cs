using System.Globalization;
using ProposalSearch.Retrieval.Documents;
using ProposalSearch.Retrieval.Queries;
using ProposalSearch.Retrieval.Results;
using Xunit;

namespace ProposalSearch.Backends.Lucene.Tests.Searching;

/// <summary>Orders over several segments, each with values that no other has.</summary>
public sealed class TextOrderTests
{
    private const int Documents = 2_000;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Search_SortedByTextOverSegments_OrdersAllValuesTogether(bool descending)
    {
        string folder = Directory.CreateTempSubdirectory("order-").FullName;
        try
        {
            var store = new LuceneStore { WriterMegabytes = 0.2 };
            await using (var writer = await store.CreateAsync(folder, new IndexSettings()))
            {
                for (int number = Documents - 1; number >= 0; number--)
                {
                    string name = number.ToString("0000", CultureInfo.InvariantCulture);
                    var document = new IndexDocument { Id = name };
                    document.Sections.Add(new Section(0, $"river {name} " + string.Concat(Enumerable.Repeat("bank ", 50))));
                    document.Values.Add(("name", name));
                    await writer.AddAsync(document);
                }

                await writer.PublishAsync([]);
            }

            using var reader = await store.OpenAsync(folder);
            Assert.InRange((await reader.StatisticsAsync()).Segments, 2, int.MaxValue);
            var options = new SearchOptions { Sort = new SortBy(SortKind.Text, "name", descending), Top = Documents };
            var found = await reader.SearchAsync(new AllQuery(), options);
            var names = (await reader.DescribeAsync(new DetailsRequest(found.Hits))).Select(one => one.Document.Id).ToList();

            Assert.Equal(descending ? names.OrderDescending(StringComparer.Ordinal) : names.Order(StringComparer.Ordinal), names);
            Assert.Equal(Documents, names.Count);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
