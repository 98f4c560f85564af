using ProposalSearch.Engine.Postings;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Engine.Tests.Postings;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.Engine.Tests.Storage;

/// <summary>
/// Files in which an offset does not fit into 31 or 32 bits, as those of a million documents are. They are holes, not gigabytes.
/// </summary>
public sealed class LargeFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<long> Offsets => [(1L << 31) - 8, 1L << 31, (1L << 32) - 8, 1L << 32, (5L << 30) + 24];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Offsets))]
    public void Slice_BeyondTwoAndFourGigabytes_ReadsWhatIsThere(long offset)
    {
        byte[] bytes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16];
        using var file = SparseFile.Open(_folder.File("s1.terms"), FileKind.Terms, 8L << 30, (offset, bytes));

        Assert.Equal(bytes, file.Slice(offset, 16).ToArray());
        Assert.Equal(0x0807060504030201, file.Slice<long>(offset, 2)[0]);
        Assert.Equal(int.MaxValue, file.Slice(offset - 1, int.MaxValue).Length);
        Assert.Throws<IndexDamagedException>(() => file.Slice((8L << 30) - 1, 2).Length);
    }

    [Theory]
    [MemberData(nameof(Offsets))]
    public void Forget_BeyondTwoAndFourGigabytes_ChangesNothingThatIsRead(long offset)
    {
        byte[] bytes = [.. Enumerable.Range(0, 200_000).Select(i => (byte)(i * 31))];
        using var file = SparseFile.Open(_folder.File("s1.terms"), FileKind.Terms, 6L << 30, (offset, bytes));
        var trail = new ReadTrail(file, 1 << 16);
        for (var at = 0; at < bytes.Length; at += 1000)
        {
            Assert.True(file.Slice(offset + at, 1000).SequenceEqual(bytes.AsSpan(at, 1000)), $"{at}");
            trail.Reach(offset + at + 1000);
        }

        trail.End();
        Assert.True(file.Slice(offset, bytes.Length).SequenceEqual(bytes));
    }

    [Theory]
    [MemberData(nameof(Offsets))]
    public void Positions_TermBeyondTwoAndFourGigabytes_AreThoseWritten(long offset)
    {
        using var written = new PostingsFile(new Random(3), 1000);
        var (postings, positions) = (written.Reader.Postings, written.Reader.Positions);
        using var far = SparseFile.Open(_folder.File("s1.postings"), FileKind.Postings, 6L << 30, (offset, Content(postings)));
        using var farPositions = SparseFile.Open(
            _folder.File("s1.positions"), FileKind.Positions, 6L << 30, (offset + 5, Content(positions)));
        var cursor = new PostingsReader(far, farPositions).Open(
            written.Entries[0] with { PostingsOffset = offset, PositionsOffset = offset + 5 });
        var room = new int[600];
        foreach (var posting in written.Terms[0])
        {
            Assert.True(cursor.SkipTo(posting.Document));
            var index = cursor.Documents.IndexOf(posting.Document);
            Assert.Equal(posting.Positions, room[..cursor.Positions(index, room)]);
        }
    }

    [Fact]
    public void SkipEntry_OffsetOfMoreThan32Bits_IsRefusedAndNotCut()
    {
        Assert.Equal(uint.MaxValue, SkipEntry.Offset(uint.MaxValue));

        var error = Assert.Throws<NotSupportedException>(() => SkipEntry.Offset(1L << 32));
        Assert.Contains("Split the archive", error.Message, StringComparison.Ordinal);
    }

    private static byte[] Content(OpenedFile file) => file.Slice(0, (int)file.Length).ToArray();
}
