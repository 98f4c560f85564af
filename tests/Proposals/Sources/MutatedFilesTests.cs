using System.Text;
using ProposalSearch.Proposals.Indexing;
using Xunit;

namespace ProposalSearch.Proposals.Tests.Sources;

/// <summary>Files with bytes flipped, lines cut and keys doubled: none crashes or hangs a run, and each that fails says where.</summary>
public sealed class MutatedFilesTests
{
    private const int Seed = 4711;
    private const int Files = 600;

    private static readonly (string Name, string Text)[] Originals =
    [
        (".md", "---\ntitle: 'A: title'\nyear: 2015\nWhat will you do?: >-\n  Many\n  things.\n\n  And more.\nlist:\n  - one\n  - \"two\\u00e9\"\n---\n# Head\n\nBody *text* [x](y).\n\n- item\n"),
        (".yml", "title: A\nanswers:\n  What?: |-\n    This\n     and that\n  Why?: &why 'Because'\nagain: *why\n"),
        (".json", "{\"title\": \"A\", \"list\": [1, 2, {\"x\": \"y\\u00e9\"}],\n \"q?\": \"text\"}\n"),
        (".jsonl", "{\"title\": \"A\"}\n{\"title\": \"B\", \"x\": \"y\"}\n"),
        (".csv", "title,year,text\nA,2015,\"x, \"\"y\"\"\nz\"\nB,2016,w\n"),
        (".html", "---\ntitle: A\n---\n<h1>T</h1><p>one<br>two</p><script>no()</script><h2>H</h2><ul><li>x</ul>\n"),
    ];

    [Fact]
    public void Run_MutatedFiles_ReportsEachThatFailsAndGoesOn()
    {
        using var archive = new TemporaryArchive();
        for (var file = 0; file < Files; file++)
        {
            var (name, text) = Originals[file % Originals.Length];
            archive.Write($"{file}{name}", Mutate(Encoding.UTF8.GetBytes(text), new Random(Seed + file)));
        }

        archive.Write("good.md", "---\ntitle: Good\n---\n");
        var (report, index) = archive.Run();

        Assert.Equal(Files + 1, report.Read);
        Assert.Contains(index.Added, static proposal => proposal.Title == "Good");
        Assert.InRange(report.Failed.Count, 50, Files);
        Assert.All(report.Failed, static fault => Assert.True(IsExplained(fault), $"seed {Seed}: {fault}"));
        Assert.All(index.Added, static proposal => Assert.NotEmpty(proposal.Title));
    }

    private static bool IsExplained(SourceFault fault)
        => fault.Line is null or > 0 && fault.Cause.Length > 10 && fault.Remedy.Length > 10 && !fault.Cause.Contains("Exception", StringComparison.Ordinal);

    private static byte[] Mutate(byte[] bytes, Random random)
    {
        var mutated = bytes.ToList();
        for (var times = random.Next(1, 5); times > 0 && mutated.Count > 4; times--)
        {
            var at = random.Next(mutated.Count);
            switch (random.Next(5))
            {
                case 0:
                    mutated[at] = (byte)random.Next(256);
                    break;
                case 1:
                    mutated.RemoveAt(at);
                    break;
                case 2:
                    mutated.RemoveRange(at, Math.Min(random.Next(12), mutated.Count - at));
                    break;
                case 3:
                    mutated.InsertRange(at, mutated.GetRange(at, Math.Min(random.Next(30), mutated.Count - at)));
                    break;
                default:
                    mutated.Insert(at, (byte)"\n\t'\":-[]{}#&*!|>%@\\<"[random.Next(20)]);
                    break;
            }
        }

        return [.. mutated];
    }
}
