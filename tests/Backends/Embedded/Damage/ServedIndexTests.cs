using ProposalSearch.Retrieval;
using ProposalSearch.Search;
using ProposalSearch.Testing;
using ProposalSearch.Testing.Conformance;
using Xunit;

namespace ProposalSearch.Backends.Embedded.Tests.Damage;

/// <summary>
/// An index that was opened to be served: never a damaged one, and never disturbed by what is done to its files afterwards.
/// </summary>
public sealed class ServedIndexTests : IDisposable
{
    private const int Places = 60;

    private readonly string _folder = Directory.CreateTempSubdirectory("served-").FullName;
    private readonly SearchBackend _backend = BlockingCalls.EmbeddedBackend();

    public ServedIndexTests() => Build(_folder);

    public static TheoryData<IndexHeldIn> Guarded => [IndexHeldIn.Automatic, IndexHeldIn.Memory, IndexHeldIn.Copy];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Guarded))]
    [InlineData(IndexHeldIn.Mapping)]
    public void OpenToServe_AByteOfAnyFileChanged_NamesTheFile(IndexHeldIn heldIn)
    {
        var random = new Random(6);
        foreach (var path in Files())
        {
            var whole = File.ReadAllBytes(path);
            for (var place = 0; place < Places; place++)
            {
                var offset = random.Next(whole.Length);
                var bytes = whole.ToArray();
                bytes[offset] ^= (byte)random.Next(1, 256);
                File.Delete(path);
                File.WriteAllBytes(path, bytes);
                var error = Record.Exception(() => _backend.OpenToServe(_folder, heldIn).Dispose());
                Assert.True(
                    error is IndexUnavailableException { Reason: IndexUnavailableReason.Damaged or IndexUnavailableReason.OtherVersion }
                        && error.Message.Contains(path, StringComparison.Ordinal),
                    $"byte {offset} of {path}: {error}");
            }

            File.Delete(path);
            File.WriteAllBytes(path, whole);
        }

        _backend.OpenToServe(_folder, heldIn).Dispose();
    }

    [Theory]
    [MemberData(nameof(Guarded))]
    public async Task Search_EveryFileCutSince_AnswersAsBeforeAndAChangeIsFound(IndexHeldIn heldIn)
    {
        using var index = _backend.OpenToServe(_folder, heldIn);
        Assert.Null(index.FindChange());
        var before = await AskAsync(index);
        foreach (var path in Files())
        {
            using (var file = File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            {
                RandomAccess.SetLength(file, 0);
            }

            Assert.NotNull(index.FindChange());
            Assert.Equal(before, await AskAsync(index));
        }
    }

    [Fact]
    public void FindChange_IndexPublishedByAnother_IsFound()
    {
        using var index = _backend.OpenToServe(_folder, IndexHeldIn.Memory);
        Build(_folder);

        Assert.Contains("manifest", index.FindChange(), StringComparison.Ordinal);
        using var next = _backend.OpenToServe(_folder, IndexHeldIn.Memory);
        Assert.Null(next.FindChange());
    }

    private static async Task<string> AskAsync(ProposalIndex index)
    {
        var answers = new List<string>();
        foreach (var text in new[] { "", "school", "\"los angeles\"", "colege~", "a*", "arts OR youth", "title:the -school" })
        {
            var answer = await index.SearchAsync(new SearchRequest { Text = text, Explain = true });
            answers.Add($"{text}: {answer.Total}");
            answers.AddRange(
                answer.Hits.Select(hit => $"{hit.Id} {hit.Score} {string.Join('|', hit.Snippets.Select(snippet => snippet.Text))}"));
        }

        answers.AddRange((await index.SuggestAsync(new SuggestRequest { Text = "sch" })).Select(suggestion => suggestion.Text));
        return string.Join('\n', answers);
    }

    private List<string> Files()
        => [.. Directory.GetFiles(_folder).Where(path => Path.GetFileName(path) != "writer.lock").Order(StringComparer.Ordinal)];

    private void Build(string folder)
    {
        using var builder = _backend.Build(folder);
        foreach (var proposal in ProposalCorpus.Proposals.OrderBy(proposal => proposal.Id, StringComparer.Ordinal))
        {
            builder.Add(proposal);
        }

        builder.Commit(ProposalCorpus.Metadata);
    }
}
