using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Indexing.Tests.Regressions;

/// <summary>A file that says where a proposal has moved was a proposal, and so was a list of links to the others.</summary>
public sealed class Bug700FilesThatOnlyLeadElsewhere
{
    [Theory]
    [InlineData("old.rst", "This document was moved to https://ponds.example/reeds/0042-boxes.rst\n")]
    [InlineData("old.md", "Moved to [POND-2/README.md](./README.md).\n")]
    [InlineData("old.md", "# Boxes\n\nThe plan **now lives in** [the yearbook](../2020/boxes.md).\n")]
    [InlineData("old.md", "---\ntitle: Boxes\n---\nEste texto se ha movido a [cajas](cajas.md)\n")]
    [InlineData("old.md", "../2020/boxes.md")]
    [InlineData("old.txt", "Superseded by ponds/boxes.md\n")]
    [InlineData("SUMMARY.md", "# Ponds\n\nAll plans:\n\n- [A](a.md)\n- [B](b.md)\n- [C](x/c.md)\n- [D](x/d/)\n- [E](e.md) of 2020\n")]
    [InlineData("list.md", "Our plans:\n\n| Plan |\n|---|\n| [A](a.md) |\n| [B](b.md) |\n| [C](c.md) |\n| [D](d.md) |\n| [E](e.md) |\n")]
    public void Run_ASignpost_IsLeftOutAndNamed(string path, string text)
    {
        using var archive = Two().Write(path, text);
        var (report, index) = archive.Run();

        Assert.Equal(["Boxes", "Reeds"], index.Added.Select(static proposal => proposal.Title).Order());
        var warning = Assert.Single(report.Warnings, static warning => warning.LeavesOut);
        Assert.Equal(path, warning.Path);
        Assert.Contains("leads elsewhere", warning.Cause, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("# Nets\n\nWe moved 30 families of herons. See [the film](https://x.example/film).\n")]
    [InlineData("# Nets\n\nHerons moved away when the reeds were cut, and we want them back.\n")]
    [InlineData("---\ntitle: Nets\norganization: Pond Club\nneed: Herons\n---\nMoved to [a new page](nets.md).\n")]
    [InlineData("# Nets\n\n- [A](http://a.x/)\n- [B](http://b.x/)\n- [C](http://c.x/)\n- [D](http://d.x/)\n- [E](http://e.x/)\n")]
    [InlineData("# Nets\n\nWe mend.\nIn winter.\nIn spring.\nEver.\n\n- [A](a.md)\n- [B](b.md)\n- [C](c.md)\n- [D](d.md)\n- [E](e.md)")]
    public void Run_AShortProposal_IsNone(string text)
    {
        using var archive = Two().Write("nets.md", text);

        Assert.Equal(3, archive.Run().Index.Added.Count);
    }

    [Fact]
    public void Run_NothingButSignposts_AreProposals()
    {
        using var archive = new TemporaryArchive().Write("a.md", "Moved to [b](b.md).\n").Write("b.md", "Moved to [c](c.md).\n");

        Assert.Equal(2, archive.Run().Index.Added.Count);
    }

    private static TemporaryArchive Two() => new TemporaryArchive()
        .Write("boxes.md", "---\ntitle: Boxes\n---\nWe build boxes for herons.\n")
        .Write("reeds.md", "---\ntitle: Reeds\n---\nWe cut the reeds in spring.\n");
}
