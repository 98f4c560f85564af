using System.Diagnostics;
using System.Globalization;
using System.Text;
using ProposalSearch.Indexing;
using ProposalSearch.Proposals.Sources;
using ProposalSearch.Testing;
using Xunit;
using Xunit.Abstractions;

namespace ProposalSearch.Proposals.Tests.Sources;

/// <summary>
/// Files with bytes flipped, lines cut and keys doubled, in each format: none crashes or hangs a run, each that fails says where, and none
/// takes another with it. PROPOSALSEARCH_MUTATIONS sets how many of each format (default 300), PROPOSALSEARCH_SEED the seed.
/// </summary>
public sealed class MutatedFilesTests(ITestOutputHelper output)
{
    private static readonly int Files = Number("PROPOSALSEARCH_MUTATIONS", 300);
    private static readonly int Seed = Number("PROPOSALSEARCH_SEED", 4711);

    private static readonly Dictionary<string, string> Originals = new()
    {
        ["yaml-front.md"] = "---\ntitle: 'A: title'\nyear: 2015\nWhat will you do?: >-\n  Many\n  things.\n\n  And more.\n"
            + "list:\n  - one\n  - \"two\\u00e9\"\n---\n# Head\n\nBody *text* [x](y).\n\n- item <b>x</b>\n",
        ["toml-front.md"] = "+++\ntitle = \"A\"\ndate = 2015-03-04\nlist = [1, \"x\", {y = 'z'}]\n"
            + "[answers]\n\"What?\" = \"\"\"\nmany\nlines\"\"\"\n[[more]]\nx = 1\n+++\nBody\n",
        ["json-front.md"] = "{\n  \"title\": \"A\",\n  \"list\": [1, \"x\", {\"y\": \"z\"}],\n  \"What?\": \"many words\"\n}\n"
            + "Body *text*\n",
        ["front.txt"] = "---\n\"title\": A\nnote: |\n  line\n   more\nnested: {a: [b, c], d: e}\n---\nPlain & text\n",
        ["aliases.yml"] = "title: A\nanswers:\n  What?: |-\n    This\n     and that\n  Why?: &why 'Because'\nagain: *why\n"
            + "base: &base {x: 1}\nmore:\n  <<: *base\n",
        ["many.yaml"] = "- title: A\n  text: x\n- title: B\n  text: >\n    y\n    z\n",
        ["object.json"] = "{\"title\": \"A\", \"list\": [1, 2, {\"x\": \"y\\u00e9\"}],\n \"q?\": \"text\"}\n",
        ["array.json"] = "[{\"title\": \"A\", \"x\": true},\n{\"title\": \"B\", \"x\": null}\n]\n",
        ["lines.jsonl"] = "{\"title\": \"A\"}\n{\"title\": \"B\", \"x\": \"y\"}\n{\"title\": \"C\", \"x\": \"\\ud83d\\udca1\"}\n",
        ["comma.csv"] = "title,year,text\nA,2015,\"x, \"\"y\"\"\nz\"\nB,2016,w <b>c</b>\n",
        ["tab.csv"] = "title\tyear\ttext\r\nA\t2015\tone\r\n\"B\"\t2016\ttwo\r\n",
        ["notes.csv"] = "Grants of all,,\n# printed,,\nTitle,Year,Need\nA,2015,\"Oâ€™Brien\"\nB;2016;x\nC,2017\n",
        ["head.rst"] = "Key: 1\nTitle: A\n\nHead\n====\n\nOne::\n\n  code\n\n.. note:: x\n   y\n\n`l <http://x.y>`_ :r:`t`\n\n"
            + "+---+\n| a |\n+---+\n",
        ["table.rst"] = "Head\n====\n\n.. list-table::\n   :widths: 2 8\n\n   * - K\n     - :r:`t <u>`\n   * - L\n     - * one\n\n"
            + ".. own:: A\n\n+---+---+\n| M | n |\n|   | o |\n+---+---+\n\n* a `l\n  <http://x.y>`_\n\n  .. code:: c\n\n     d\n\n"
            + "  e ``f\n  g``\n\n::\n\n  h\n",
        ["table.adoc"] = "= A\n\n*By:* Ann\n*By:* Bo\n\n.M\n[cols=\"1h,2*\"]\n|===\n| K\n| v :x:\n\n2+a| L \\| m\n// c\n| n\n|===\n\n"
            + "== B\n\n```c\nd\n```\n[[e]]f{nbsp}g\n|===\n|h |i\n|j\n|===\n",
        ["page.adoc"] = "= A\nAnn Lee\n:status: x\n\n== Head\n\n[source]\n----\ncode\n----\n* a\n** b\nhttp://x.y[t] <<r,s>> +\n"
            + "|===\n|a |b\n|===\n",
        ["page.wiki"] = "{{P|title=A\n|x=[[B|c]]}}\n== Head ==\n"
            + "* a '''b'''\n# c\n{|\n! a !! b\n|-\n| c || d\n|}\n<pre>\nx\n</pre>\n{{t|u}}\n",
        ["page.mdx"] = "---\ntitle: A\n---\nimport {\n  B,\n} from 'b'\n\n"
            + "<B x=\"y\">\n\nText[^1] {/* c */}\n\n[^1]: Note\n\n- [H](#h)\n- [I](#i)\n",
        ["export.xml"] = "<?xml version=\"1.0\"?>\n<all><day no=\"1\"><talk id=\"a\"><title>A</title>\n<text><p>x <b>y</b></p></text>"
            + "</talk><talk id='b'><title>B</title>\n<who><p x='1'>C</p></who><![CDATA[z]]></talk></day><!-- c -->\n</all>\n",
        ["page.html"] = "---\ntitle: A\n---\n<h1>T</h1><p title=\"a>b\">one<br>two</p>"
            + "<script>no()</script><!-- c --><h2>H &amp; I</h2><ul><li>x</ul>\n",
    };

    public static TheoryData<string> Formats { get; } = [.. Originals.Keys];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Run_MutatedFiles_ReportsEachThatFailsWithItsLineAndGoesOn(string format)
    {
        using var archive = new TemporaryArchive();
        var original = Encoding.UTF8.GetBytes(Originals[format]);
        for (var file = 0; file < Files; file++)
        {
            archive.Write($"{file / 1000}/{file}{Path.GetExtension(format)}", Mutate(original, new Random(Seed + file)));
        }

        archive.Write("good.md", "---\ntitle: Good\n---\n");
        var watch = Stopwatch.StartNew();
        var (report, index) = archive.Run();

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{format}: seed {Seed}, {Files} files, {report.Indexed} proposals, {report.Failed.Count} failures, "
                + $"{report.Warnings.Count} warnings, {watch.Elapsed.TotalSeconds:F1} s"));
        Assert.Equal(Files + 1, report.Read);
        Assert.Contains(index.Added, static proposal => proposal.Title == "Good");
        Assert.All(report.Failed, static fault => Assert.True(IsExplained(fault), $"seed {Seed}: {fault}"));
        Assert.All(index.Added, static proposal => Assert.NotEmpty(proposal.Title));
        AssertNoFileVanished(report, index);
    }

    /// <summary>Each file is a proposal, or is named by a failure or a warning.</summary>
    private static void AssertNoFileVanished(IndexingReport report, RecordingBackend index)
    {
        var told = index.Added.Select(static proposal => proposal.SourcePath)
            .Concat(report.Failed.Select(static fault => fault.Path))
            .Concat(report.Warnings.Select(static fault => fault.Path))
            .Distinct(StringComparer.Ordinal);

        Assert.InRange(told.Count(), report.Read - report.Unpublished, report.Read);
    }

    /// <summary>A file that is binary as a whole has no line; every other failure has one.</summary>
    private static bool IsExplained(SourceFault fault)
        => (fault.Line > 0 || fault.Cause.Contains("binary", StringComparison.Ordinal))
            && fault.Cause.Length > 10
            && fault.Remedy.Length > 10
            && !fault.Cause.Contains("Exception", StringComparison.Ordinal);

    private static byte[] Mutate(byte[] original, Random random)
    {
        var bytes = original.ToList();
        for (var times = random.Next(1, 5); times > 0 && bytes.Count > 4; times--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(7))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 12), bytes.Count - at));
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(30), bytes.Count - at)));
                    break;
                case 4:
                    CutLine(bytes, at);
                    break;
                case 5:
                    DoubleLine(bytes, at);
                    break;
                default:
                    bytes.Insert(at, (byte)"\n\t'\":-[]{}#&*!|>%@\\<"[random.Next(20)]);
                    break;
            }
        }

        return [.. bytes];
    }

    private static (int From, int Length) LineAt(List<byte> bytes, int at)
    {
        var from = at == 0 ? 0 : bytes.LastIndexOf((byte)'\n', at - 1) + 1;
        var end = bytes.IndexOf((byte)'\n', at);
        return (from, (end < 0 ? bytes.Count : end + 1) - from);
    }

    private static void CutLine(List<byte> bytes, int at)
    {
        var (from, length) = LineAt(bytes, at);
        bytes.RemoveRange(from, length);
    }

    /// <summary>A line twice is a key twice.</summary>
    private static void DoubleLine(List<byte> bytes, int at)
    {
        var (from, length) = LineAt(bytes, at);
        bytes.InsertRange(from, bytes.GetRange(from, length));
    }

    private static int Number(string variable, int otherwise)
        => int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : otherwise;
}
