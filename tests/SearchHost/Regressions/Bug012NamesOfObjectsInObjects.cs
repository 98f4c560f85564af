using System.Buffers;
using System.Text;
using ProposalSearch.SearchHost.Parameters;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Regressions;

/// <summary>
/// The name of an object in the body of a POST was repeated for each of its fields: 240 KB with one long name took 5 GB of memory and 12 s.
/// </summary>
public sealed class Bug012NamesOfObjectsInObjects
{
    [Fact]
    public void Read_LongNameOfAnObjectWithManyFields_TakesMemoryInProportion()
    {
        var fields = string.Join(',', Enumerable.Range(0, 20_000).Select(at => $"\"{at % 10}\":1"));
        var body = Encoding.UTF8.GetBytes("{\"" + new string('n', 100_000) + "\":{" + fields + "}}");
        var before = GC.GetAllocatedBytesForCurrentThread();
        var parameters = JsonParameters.Read(new ReadOnlySequence<byte>(body), out _);
        var taken = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(20_000, parameters!.Count);
        Assert.True(taken < 200 * body.Length, $"{taken:N0} bytes");
    }
}
