using ProposalSearch.Backends.Choice;
using Xunit;

namespace ProposalSearch.Indexer.Tests.Commands;

/// <summary>Which engine makes an index and reads it, and what another one says of it.</summary>
public sealed class BackendOptionTests : IDisposable
{
    private readonly Console _console = new(KnownBackends.Of);

    public BackendOptionTests() => _console
        .Write("source/a.md", "---\ntitle: Water for all\n---\nWells and rain.\n")
        .Write("source/b.md", "---\ntitle: Bread\n---\nA bakery.\n");

    public void Dispose() => _console.Dispose();

    [Fact]
    public void Build_NoBackendNamed_IsLucenes()
    {
        Assert.Equal(0, _console.Build());

        Assert.Contains("segments_1", Names());
        Assert.DoesNotContain("manifest", Names());
    }

    [Theory]
    [InlineData("lucene", "embedded")]
    [InlineData("embedded", "lucene")]
    public void Search_AnIndexOfAnother_SaysWhoseItIsAndWhatToDo(string made, string asked)
    {
        Assert.Equal(0, _console.Build("--backend", made));

        foreach (var command in (string[][])[["search", "water"], ["stats"]])
        {
            Assert.Equal(2, _console.Run([.. command, "--index", _console.Index, "--backend", asked]));
            Assert.Contains($"was made by the backend '{made}', and this is '{asked}'", _console.Error, StringComparison.Ordinal);
            Assert.Contains($"--backend {made}", _console.Error, StringComparison.Ordinal);
        }

        Assert.NotEqual(0, _console.Run("verify", "--index", _console.Index, "--backend", asked));
        Assert.Contains($"was made by the backend '{made}'", _console.Out + _console.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lucene", "embedded")]
    [InlineData("embedded", "lucene")]
    public void Build_OverAnIndexOfAnother_ReplacesIt(string before, string after)
    {
        _console.Write("index/notes.txt", "Not of an index.");
        Assert.Equal(0, _console.Build("--backend", before));
        var old = Names();

        Assert.Equal(0, _console.Build("--backend", after));

        var kept = Names().Intersect(old).Where(name => !name.EndsWith(".lock", StringComparison.Ordinal));
        Assert.Equal(["notes.txt", "source-times"], kept.Order(StringComparer.Ordinal));
        Assert.Equal(0, _console.Run("verify", "--index", _console.Index, "--backend", after));
        Assert.Equal(0, _console.Run("search", "water", "--index", _console.Index, "--backend", after));
        Assert.Contains("1 of 2 proposals match water", _console.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_ABackendThatIsNone_NamesThem()
    {
        Assert.Equal(2, _console.Build("--backend", "solr"));

        Assert.Contains("--backend is 'solr': it must be lucene, embedded or opensearch.", _console.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_console.Index));
    }

    private List<string> Names() => [.. Directory.GetFiles(_console.Index).Select(path => Path.GetFileName(path))];
}
