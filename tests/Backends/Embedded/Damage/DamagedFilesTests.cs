using ProposalSearch.Retrieval;
using ProposalSearch.Search;
using ProposalSearch.Testing;
using ProposalSearch.Testing.Conformance;
using Xunit;

namespace ProposalSearch.Backends.Embedded.Tests.Damage;

/// <summary>
/// An index of which a byte was changed after it was opened or before: an answer, an error that names the file, or one that the time was
/// spent on too many wrong places.
/// </summary>
public sealed class DamagedFilesTests : IDisposable
{
    private const int Rounds = 120;
    private const int Header = 64;
    private const int Footer = 16;

    private readonly string _folder = Directory.CreateTempSubdirectory("damaged-").FullName;
    private readonly SearchBackend _backend = BlockingCalls.EmbeddedBackend();

    public DamagedFilesTests()
    {
        using var builder = _backend.Build(_folder);
        foreach (var proposal in ProposalCorpus.Proposals.OrderBy(proposal => proposal.Id, StringComparer.Ordinal))
        {
            builder.Add(proposal);
        }

        builder.Commit(ProposalCorpus.Metadata);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Ask_AByteChanged_AnswersOrNamesTheFile(int seed)
    {
        var random = new Random(seed);
        var files = Directory.GetFiles(_folder)
            .Where(path => new FileInfo(path).Length > Header + Footer && Path.GetFileName(path) != "manifest")
            .Order(StringComparer.Ordinal)
            .ToArray();
        var answered = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var path = files[random.Next(files.Length)];
            var offset = Header + random.Next((int)new FileInfo(path).Length - Header - Footer);
            var change = (byte)random.Next(1, 256);
            Change(path, offset, change);
            var error = await Record.ExceptionAsync(AskAsync);
            Change(path, offset, change);
            answered += error is null ? 1 : 0;
            var isNamed = error is IndexUnavailableException { Reason: IndexUnavailableReason.Damaged }
                && error.Message.Contains(path, StringComparison.Ordinal);
            Assert.True(error is null or SearchTimeExceededException || isNamed,
                $"seed {seed}, round {round}, byte {offset} of {path}: {error}");
        }

        Assert.InRange(answered, 1, Rounds - 1);
        Assert.Empty(_backend.Verify(_folder).Faults);
    }

    private async Task AskAsync()
    {
        using var index = _backend.Open(_folder);
        foreach (var text in new[] { "", "school", "\"los angeles\"", "colege~", "a*", "arts OR youth", "title:the -school" })
        {
            var answer = await index.SearchAsync(new SearchRequest { Text = text, Explain = true });
            foreach (var hit in answer.Hits)
            {
                await index.FindAsync(hit.Id);
            }

            await foreach (var hit in index.StreamAsync(new SearchRequest { Text = text, Sort = SortOrder.Title }))
            {
                Assert.NotNull(hit.Title);
            }
        }

        await index.SuggestAsync(new SuggestRequest { Text = "sch" });
        Assert.NotNull(index.Statistics());
    }

    private static void Change(string path, long offset, byte change)
    {
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        Span<byte> value = stackalloc byte[1];
        RandomAccess.Read(file, value, offset);
        value[0] ^= change;
        RandomAccess.Write(file, value, offset);
    }
}
