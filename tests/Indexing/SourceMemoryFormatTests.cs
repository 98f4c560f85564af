using ProposalSearch.Proposals.Inference;
using ProposalSearch.Proposals.Schema;
using ProposalSearch.Proposals.Sources;
using Xunit;

namespace ProposalSearch.Indexing.Tests;

public sealed class SourceMemoryFormatTests
{
    [Fact]
    public void Read_WhatWasWritten_ComesBack()
    {
        var memory = Memory();
        var read = SourceMemory.Read(memory.Write())!;

        Assert.Equal(memory.Write(), read.Write());
        var record = read.Files[0].Records[0];
        Assert.Equal(("basis", true, "a/b#2", 2, 7), (read.Basis, read.HasLooks, record.Id, record.Number, record.Line));
        Assert.Equal(["k", "f"], record.Look!.Keys);
        Assert.Equal(["v", "t"], record.Look.Texts);
        Assert.Equal((null, "cause"), (read.Files[0].Failed[0].Line, read.Files[0].Failed[0].Cause));
    }

    [Fact]
    public void Read_BytesThatEndTooEarlyOrAreDamaged_IsNothingOrAMemoryButNoFault()
    {
        var bytes = Memory().Write();
        Assert.All(Enumerable.Range(0, bytes.Length), length => Assert.Null(SourceMemory.Read(bytes[..length])));
        var random = new Random(23);
        for (var round = 0; round < 20_000; round++)
        {
            var damaged = (byte[])bytes.Clone();
            damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            _ = SourceMemory.Read(damaged);
        }
    }

    private static SourceMemory Memory()
    {
        var look = new RecordLook([("k", [ValueLook.Of("v")])], [("f", ["t"])], [FieldRole.Title]);
        var record = new KnownRecord("a/b#2", 2, 7)
        {
            Fate = RecordFate.Indexed,
            Look = look,
            Warnings = [new SourceFault("a/b.yml", 3, "warned", "remedy")],
        };
        return new SourceMemory
        {
            Basis = "basis",
            HasLooks = true,
            Roles = [new InferredRole("k", "facet", "few values", 3)],
            Decisions = new Dictionary<string, string>(StringComparer.Ordinal) { ["k"] = "0123" },
            Files = [new KnownFile("a/b.yml", new string('a', 64), [new SourceFault("a/b.yml", null, "cause", "remedy")], [], [record])],
        };
    }
}
