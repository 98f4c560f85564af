using ProposalSearch.Retrieval;
using ProposalSearch.Search;
using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>
/// What the contract promises of backends that keep an index as files of a folder: the same bytes, what is left behind, damage, two
/// writers. The same for each of them; the other promises are in <see cref="SearchBackendConformance"/>.
/// </summary>
public abstract class FileBackendConformance : ConformanceTests
{
    [Fact]
    public void Build_OfTheSameProposals_IsTheSameToTheByte()
    {
        var (first, second) = (NewLocation(), NewLocation());
        Write(CreateBackend(), first, ProposalCorpus.Metadata, ProposalCorpus.Proposals);
        Write(CreateBackend(), second, ProposalCorpus.Metadata, ProposalCorpus.Proposals);

        Assert.Equal(Open(CreateBackend(), first).Identity.Build, Open(CreateBackend(), second).Identity.Build);
        var files = Files(first);
        Assert.NotEmpty(files);
        Assert.Equal(files, Files(second));
        Assert.All(files, file => Assert.Equal(
            File.ReadAllBytes(Path.Combine(first, file)), File.ReadAllBytes(Path.Combine(second, file))));
    }

    [Fact]
    public void Build_OverADamagedIndex_MakesItSoundAgain()
    {
        var folder = NewLocation();
        Write(CreateBackend(), folder, ProposalCorpus.Metadata, ProposalCorpus.Proposals);
        foreach (var file in Files(folder).Select(name => Path.Combine(folder, name)))
        {
            File.WriteAllBytes(file, File.ReadAllBytes(file)[..(int)(new FileInfo(file).Length / 2)]);
        }

        Assert.Equal(IndexUnavailableReason.Damaged, Assert.Throws<IndexUnavailableException>(() => CreateBackend().Open(folder)).Reason);
        Write(CreateBackend(), folder, ProposalCorpus.Metadata, ProposalCorpus.Proposals);

        Assert.Equal(ProposalCorpus.Proposals.Count, Open(CreateBackend(), folder).Identity.Documents);
        Assert.Empty(CreateBackend().Verify(folder).Faults);
    }

    [Fact]
    public async Task Build_NotCommitted_LeavesTheOldIndexAndNothingElse()
    {
        var folder = NewLocation();
        Write(CreateBackend(), folder, ProposalCorpus.Metadata, ProposalCorpus.Proposals);
        var files = Files(folder);
        using (var builder = CreateBackend().Build(folder))
        {
            builder.Add(Some.Proposal("new", "poverty"));
            Assert.Equal(4, await Total(Open(CreateBackend(), folder), "poverty"));
        }

        Assert.Equal(files, Files(folder));
        Assert.Equal(4, await Total(Open(CreateBackend(), folder), "poverty"));
    }

    [Fact]
    public void Build_BesideAnotherBuilder_IsLocked()
    {
        var folder = NewLocation();
        using (CreateBackend().Build(folder))
        {
            var exception = Assert.Throws<IndexUnavailableException>(() => CreateBackend().Build(folder));
            Assert.Equal(IndexUnavailableReason.Locked, exception.Reason);
            Assert.Contains(folder, exception.Message, StringComparison.Ordinal);
        }

        using var after = CreateBackend().Build(folder);
        Assert.NotNull(after);
    }

    [Fact]
    public void Build_InAFolderThatDoesNotExist_MakesIt()
    {
        var folder = Path.Combine(NewLocation(), "deep", "er");
        Write(CreateBackend(), folder, Some.Metadata, [Some.Proposal("a")]);

        Assert.Equal(1, Open(CreateBackend(), folder).Identity.Documents);
    }

    [Fact]
    public void Verify_AfterAByteOfAnyFileChanged_NamesTheFile()
    {
        var folder = NewLocation();
        Write(CreateBackend(), folder, ProposalCorpus.Metadata, ProposalCorpus.Proposals);
        var checkedFiles = 0;
        foreach (var file in Files(folder).Select(name => Path.Combine(folder, name)).Where(file => new FileInfo(file).Length > 0))
        {
            var whole = File.ReadAllBytes(file);
            foreach (var at in new[] { 0, whole.Length / 2, whole.Length - 1 })
            {
                var flipped = (byte[])whole.Clone();
                flipped[at] ^= 0x10;
                File.WriteAllBytes(file, flipped);
                Assert.Contains(CreateBackend().Verify(folder).Faults,
                    fault => fault.Contains(Path.GetFileName(file), StringComparison.Ordinal));
            }

            File.WriteAllBytes(file, whole);
            checkedFiles++;
        }

        Assert.True(checkedFiles > 0);
        Assert.Empty(CreateBackend().Verify(folder).Faults);
    }

    [Fact]
    public void Statistics_OfAnIndex_AgreeWithItsFiles()
    {
        var folder = NewLocation();
        Write(CreateBackend(), folder, ProposalCorpus.Metadata, ProposalCorpus.Proposals);
        var statistics = Open(CreateBackend(), folder).Statistics();

        Assert.Equal(ProposalCorpus.Proposals.Count, statistics.Documents);
        Assert.True(statistics.Segments >= 1 && statistics.Terms > 100 && statistics.Tokens > statistics.Documents * 10);
        Assert.Equal(statistics.Files.Sum(file => file.Bytes), statistics.Bytes);
        Assert.All(statistics.Files, file => Assert.Equal(new FileInfo(Path.Combine(folder, file.Name)).Length, file.Bytes));
    }

    private static List<string> Files(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file)).Order(StringComparer.Ordinal)];

    private static async Task<long> Total(ProposalIndex index, string text) =>
        (await index.SearchAsync(new SearchRequest { Text = text, TimeBudget = null })).Total;
}
