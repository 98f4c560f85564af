using ProposalSearch.Proposals.Tests.Sources;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Regressions;

/// <summary>Keys at the top of reStructuredText were read as lines and as fields only; most archives state them otherwise.</summary>
public sealed class Bug560KeysOfReStructuredText
{
    [Theory]
    [InlineData("""
        .. list-table::
           :widths: 20 80

           * - Pond
             - :ref:`Pond 7 <pond-7>`
           * - Keepers
             - Ann Lee (ann@x.org),
               Bo Marsh
           * - `Review Period`
             - 2019-03-14
        """, "{7:Pond=Pond 7 ; 9:Keepers=Ann Lee (ann@x.org),|Bo Marsh ; 12:Review Period=2019-03-14}")]
    [InlineData("""
        +---------+------------------+
        | Pond    | 7                |
        +---------+------------------+
        | Keepers | Ann Lee and her  |
        |         | neighbours       |
        +---------+------------------+
        """, "{5:Pond=7 ; 7:Keepers=Ann Lee and her neighbours}")]
    [InlineData("""
        .. keeper:: Ann Lee
        .. date-filled:: 2019-03-14
        .. emptied::
        .. highlight:: c
        """, "{4:keeper=Ann Lee ; 5:date-filled=2019-03-14}")]
    [InlineData("""
        - Pond: 7
        - Keepers: Ann Lee
        """, "{4:Pond=7 ; 5:Keepers=Ann Lee}")]
    public void Read_KeysBelowTheTitle_AreKeys(string block, string keys)
    {
        var record = Read.File("a.rst", $"Boxes for herons\n================\n\n{block}\n\nPlan\n----\n\nWe build boxes.\n").Only();

        Assert.Equal(keys, Read.Show(record.Fields).Replace('\n', '|'));
        Assert.DoesNotContain("Keepers", record.Body!.Text, StringComparison.Ordinal);
        Assert.Contains("We build boxes.", record.Body.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("+------+------+\n| Pond | Deep |\n+======+======+\n| a    | b    |\n+------+------+\n")]
    [InlineData(".. list-table::\n   :header-rows: 1\n\n   * - Pond\n     - Deep\n   * - a\n     - b\n")]
    [InlineData(".. note:: Pond\n\n.. heron:: Pond\n\n   Deep\n")]
    public void Read_OtherTablesAndDirectives_AreText(string block)
    {
        var record = Read.File("a.rst", $"Boxes\n=====\n\nWords.\n\n{block}").Only();

        Assert.Empty(record.Fields.Entries);
        Assert.Contains("Pond", record.Body!.Text, StringComparison.Ordinal);
        Assert.Contains("Words.", record.Body.Text, StringComparison.Ordinal);
    }
}
