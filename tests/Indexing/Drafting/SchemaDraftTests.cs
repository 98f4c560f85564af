using System.Text.Json;
using ProposalSearch.Indexing.Drafting;
using ProposalSearch.Proposals.Schema;
using ProposalSearch.Proposals.Sources;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Indexing.Tests.Drafting;

/// <summary>A drafted schema is a schema, and says what happens without it.</summary>
public sealed class SchemaDraftTests
{
    private static readonly JsonSerializerOptions Options = new() { IncludeFields = true };

    [Fact]
    public void Of_AnArchive_NamesItsKeysWithReasonsAndExamples()
    {
        using var archive = Strangers.Talks();

        var draft = SchemaDraft.Of(archive.Path);

        Assert.Contains("    label: 'Experience level'\n", draft, StringComparison.Ordinal);
        Assert.Contains("# 3 short values in 12; 12 files. Such as: ", draft, StringComparison.Ordinal);
        Assert.Contains(
            "# - 'What will the audience take away?'",
            draft.Replace("#       -", "# -", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Strangers_LoadsBackAndChangesNothing()
    {
        Func<TemporaryArchive>[] strangers =
        [
            Strangers.Talks, Strangers.Requests, Strangers.Budget, Strangers.Campaigns,
            StrangersExports.Interface, StrangersExports.Responses, StrangersExports.Subventions,
        ];
        foreach (var make in strangers)
        {
            using var archive = make();
            AssertChangesNothing(archive.Path);
        }
    }

    [Fact]
    public void Of_ValuesThatArePaths_SaysWhatStandsBetweenAndChangesNothing()
    {
        using var archive = new TemporaryArchive();
        string[] themes = ["Arts|Music", "Arts|Dance", "Sport"];
        string[] places = ["Americas / Peru", "Americas / Chile", "N/A", "Research / Development"];
        for (var file = 0; file < 24; file++)
        {
            archive.Write($"{file:00}.yml", $"title: T{file}\ntheme: {themes[file % 3]}\nplace: {places[file % 4]}\n");
        }

        var draft = SchemaDraft.Of(archive.Path);

        Assert.Contains("    levels: '|'\n", draft, StringComparison.Ordinal);
        Assert.Contains("    levels: ' / '\n", draft, StringComparison.Ordinal);
        AssertChangesNothing(archive.Path);
    }

    [Fact]
    public void Of_HostileKeys_LoadsBackAndChangesNothing()
    {
        using var archive = new TemporaryArchive();
        for (var file = 0; file < 8; file++)
        {
            archive.Write($"{file}.json", JsonSerializer.Serialize(new Dictionary<string, string>
            {
                ["title"] = $"T{file}",
                ["it's: \"quoted\" # here"] = $"Some words {file} about it.",
                ["null"] = $"Words {file} under a keyword.",
                ["- [x]\n{y}"] = $"Words {file} under signs.",
                ["日本語 🎺"] = $"k{file % 2}",
                [""] = "empty key",
                ["yes"] = file % 2 == 0 ? "a, b" : "b, c",
            }));
        }

        AssertChangesNothing(archive.Path);
    }

    [SharedFact("corpora", "ogrants")]
    public void Of_Ogrants_LoadsBackAndChangesNothing() => AssertChangesNothing(SharedCorpus.Path("corpora", "ogrants")!);

    [SharedFact("corpora", "ercs")]
    public void Of_Ercs_LoadsBackAndChangesNothing() => AssertChangesNothing(SharedCorpus.Path("corpora", "ercs")!);

    [SharedFact("corpora", "la2050-activation")]
    public void Of_La2050Activation_LoadsBackAndChangesNothing()
        => AssertChangesNothing(SharedCorpus.Path("corpora", "la2050-activation")!);

    [SharedFact("corpora", "la2050-archive")]
    public void Of_La2050Archive_LoadsBackAndChangesNothing() => AssertChangesNothing(SharedCorpus.Path("corpora", "la2050-archive")!);

    /// <summary>
    /// Each of the small archives that somebody read as their curator would. A draft leaves open what no schema can say: keys that are
    /// headings of one file, and keys that are empty in some files and have others below them elsewhere.
    /// </summary>
    [SharedFact("cases")]
    public void Of_EachCase_LoadsBackAndChangesNothing()
    {
        var cases = Directory.EnumerateDirectories(SharedCorpus.Path("cases")!).SelectMany(Directory.EnumerateDirectories).Order().ToList();
        Assert.NotEmpty(cases);
        Assert.Multiple([.. cases.Select(static folder => (Action)(() => AssertChangesNothing(folder, Path.GetFileName(folder))))]);
    }

    [Fact]
    public void Of_NoFolder_SaysSo() => Assert.Throws<SourceUnavailableException>(static () => SchemaDraft.Of("/no/such/folder"));

    private static void AssertChangesNothing(string folder, string name)
    {
        using var archive = new TemporaryArchive();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            if (Path.GetFileName(file) != "EXPECTED.md")
            {
                archive.Write(Path.GetRelativePath(folder, file), File.ReadAllBytes(file));
            }
        }

        try
        {
            var (plain, drafted) = AssertSame(archive.Path);
            var left = drafted.InferredRoles.Select(static role => role.Key);
            Assert.Empty(left.Except(plain.InferredRoles.Select(static role => role.Key)));
        }
        catch (Exception failure) when (failure is SourceUnavailableException or Xunit.Sdk.XunitException)
        {
            Assert.Fail($"{name}: {failure.Message}");
        }
    }

    private static void AssertChangesNothing(string source)
    {
        var (plain, drafted) = AssertSame(source);

        Assert.Empty(drafted.InferredRoles);
        Assert.NotEqual(0, plain.Indexed);
    }

    private static (IndexingReport Plain, IndexingReport Drafted) AssertSame(string source)
    {
        using var schemas = new TemporaryArchive().Write("s.yml", SchemaDraft.Of(source));
        var schema = Path.Combine(schemas.Path, "s.yml");
        Assert.NotEmpty(SchemaFile.Load(schema).Fields);
        var (plain, without) = Run(source, null);
        var (drafted, with) = Run(source, schema);

        Assert.Equal(without.Added.Select(Show), with.Added.Select(Show));
        Assert.Equal(
            without.Committed!.Facets.OrderBy(static facet => facet.Field, StringComparer.Ordinal),
            with.Committed!.Facets.OrderBy(static facet => facet.Field, StringComparer.Ordinal));
        Assert.Equal(Show(without.Committed.Questions), Show(with.Committed.Questions));
        Assert.Equal(Show(plain.Wordings), Show(drafted.Wordings));
        Assert.Equal(plain.Warnings.Count, drafted.Warnings.Count);
        return (plain, drafted);
    }

    private static (IndexingReport Report, RecordingBackend Index) Run(string source, string? schema)
    {
        var backend = new RecordingBackend();
        return (BlockingCalls.RunPipeline(new IndexingOptions(source, "unused", schema), backend.Backend, TimeProvider.System), backend);
    }

    private static string Show<T>(T value) => JsonSerializer.Serialize(value, Options);
}
