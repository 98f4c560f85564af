using ProposalSearch.Engine.Columns;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Engine.Tests.Storage;
using ProposalSearch.Retrieval.Documents;
using Xunit;

namespace ProposalSearch.Engine.Tests.Columns;

public sealed class ColumnSetTests : IDisposable
{
    private readonly ScratchFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public void Open_SeveralColumns_FindsEachByItsName()
    {
        var columns = Write(
            2, Document(
                [("area", "north"), ("área", "x"), ("year", "2013")],
                [("year", 2013)]), Document([("area", "south"), ("area", "north")], []));

        Assert.Equal(["area", "year", "área"], columns.TextNames);
        Assert.Equal(["year"], columns.NumberNames);
        Assert.Equal(["north", "south"], Enumerable.Range(0, 2).Select(columns.Text("area")!.Value));
        Assert.True(columns.Number("year")!.TryGet(0, out var year) && year == 2013 && !columns.Number("year")!.TryGet(1, out _));
        Assert.Null(columns.Text("nowhere"));
        Assert.Null(columns.Number("area"));
    }

    [Fact]
    public void Open_NoColumn_HasNone()
    {
        var columns = Write(3);

        Assert.Empty(columns.TextNames);
        Assert.Empty(columns.NumberNames);
    }

    private static IndexDocument Document((string, string)[] values, (string, long)[] numbers)
    {
        var document = new IndexDocument { Id = "" };
        document.Values.AddRange(values);
        document.Numbers.AddRange(numbers);
        return document;
    }

    private ColumnSet Write(int count, params IndexDocument[] documents)
    {
        var builder = new ColumnSetBuilder();
        for (var i = 0; i < documents.Length; i++)
        {
            builder.Add(i, documents[i]);
        }

        return new ColumnSet(_files.Write("s1.columns", FileKind.Columns, file => builder.Write(file, count)), count);
    }
}
