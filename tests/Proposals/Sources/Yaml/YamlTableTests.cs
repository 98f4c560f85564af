using System.Text.RegularExpressions;
using ProposalSearch.Proposals.Sources;
using ProposalSearch.Proposals.Sources.Yaml;
using Xunit;
using YamlDotNet.Core;

namespace ProposalSearch.Proposals.Tests.Sources.Yaml;

/// <summary>YAML, and the keys and values that are read of it: <c>line:key=value</c>. All of it is made up for this table.</summary>
public sealed class YamlTableTests
{
    [Theory]
    // Plain texts: kept as they are; folded where they go on.
    [InlineData("a: one\nb: two words\n", "{1:a=one ; 2:b=two words}")]
    [InlineData("a: -5\nb: -x\nc: 3-D\nd: 100%\ne: a:b\nf: y#z\n", "{1:a=-5 ; 2:b=-x ; 3:c=3-D ; 4:d=100% ; 5:e=a:b ; 6:f=y#z}")]
    [InlineData("a: http://x.org/a#b\nb: 10:30\n", "{1:a=http://x.org/a#b ; 2:b=10:30}")]
    [InlineData("a: one\n  two\n\n  three\n   four\nb: 1\n", "{1:a=one two\nthree four ; 6:b=1}")]
    [InlineData("a:   spaced   \nb:\n  below\n", "{1:a=spaced ; 2:b=below}")]
    [InlineData("a: 007\nb: NO\nc: 2015-01-02\nd: 1_000\ne: .5\n", "{1:a=007 ; 2:b=NO ; 3:c=2015-01-02 ; 4:d=1_000 ; 5:e=.5}")]
    // Nothing.
    [InlineData("a:\nb: ~\nc: null\nd: ''\ne: \"\"\nf: 'null'\n", "{1:a=∅ ; 2:b=∅ ; 3:c=∅ ; 4:d=∅ ; 5:e=∅ ; 6:f=null}")]
    // Comments.
    [InlineData("# one\na: 1 # two\n# three\n\nb: '#4' # five\n", "{2:a=1 ; 5:b=#4}")]
    // Quotes.
    [InlineData("a: 'it''s: a # b'\nb: \"c\\td\\\"e\\\\f\\u00e9\\x41\\/\"\n", "{1:a=it's: a # b ; 2:b=c\td\"e\\fé" + "A/}")]
    [InlineData("a: 'one\n\n  two\n  three '\nb: \"x\\n\n  y\\\n  z \\  w\"\n", "{1:a=one\ntwo three  ; 5:b=x\n yz   w}")]
    [InlineData("a: \"\\ud83d\\udca1\"\nb: \"\\U0001F4A1\"\nc: 💡\n", "{1:a=💡 ; 2:b=💡 ; 3:c=💡}")]
    // Keys.
    [InlineData("'a: b': 1\n\"c\\\"d\": 2\nWhat? (really): 3\n? long\n: 4\n", "{1:a: b=1 ; 2:c\"d=2 ; 3:What? (really)=3 ; 4:long=4}")]
    [InlineData("? [x, y]\n: 1\n? |\n  block\n: 2\n", "{1:x, y=1 ; 3:block\n=2}")]
    // Blocks.
    [InlineData("a: |\n  one\n   two\n\n  three\n\n\nb: 1\n", "{1:a=one\n two\n\nthree\n ; 8:b=1}")]
    [InlineData("a: |-\n  one\n  two\n\nb: |+\n  x\n\n\nc: 1\n", "{1:a=one\ntwo ; 5:b=x\n\n\n ; 9:c=1}")]
    [InlineData("a: >\n  one\n  two\n\n  three\n    four\n  five\n\nb: >-\n  x\n  y\n", "{1:a=one two\nthree\n  four\nfive\n ; 9:b=x y}")]
    [InlineData("a: |2\n   x\n  y\nb: >1-\n x\n y\n", "{1:a= x\ny\n ; 4:b=x y}")]
    [InlineData("a: | # remark\n  # no remark\n  x: y\n", "{1:a=# no remark\nx: y\n}")]
    // Lists and mappings, in blocks and in braces.
    [InlineData("a:\n- one\n-\n- 'two'\n- - x\n  - y\n- k: v\n  l: w\n", "{1:a=[one | ∅ | two | [x | y] | {7:k=v ; 8:l=w}]}")]
    [InlineData("a: [x, 'y, z', [1, 2], {k: v}, w: u, ]\nb: {}\n", "{1:a=[x | y, z | [1 | 2] | {1:k=v} | {1:w=u}] ; 2:b={}}")]
    [InlineData("a: {x: 1, 'y': 2,\n  z: [3,\n  4]}\n", "{1:a={1:x=1 ; 1:y=2 ; 2:z=[3 | 4]}}")]
    [InlineData("a:\n  b:\n    c:\n      - d: e\n        f: g\n", "{1:a={2:b={3:c=[{4:d=e ; 5:f=g}]}}}")]
    // Anchors, aliases, merges.
    [InlineData("a: &x one\nb: *x\nc: [*x, two]\n", "{1:a=one ; 2:b=one ; 3:c=[one | two]}")]
    [InlineData("a: &x one\nb: &x two\nc: *x\n", "{1:a=one ; 2:b=two ; 3:c=two}")]
    [InlineData("base: &b {x: 1, y: 2}\nmine: {<<: *b, x: 3}\n", "{1:base={1:x=1 ; 1:y=2} ; 2:mine={2:x=3 ; 1:y=2}}")]
    [InlineData("a: &a {x: 1}\nb: &b {x: 2, y: 3}\nc:\n  <<: [*a, *b]\n", "{1:a={1:x=1} ; 2:b={2:x=2 ; 2:y=3} ; 3:c={1:x=1 ; 2:y=3}}")]
    [InlineData("a: {<<: text}\nb: {'<<': {x: 1}}\n", "{1:a={1:<<=text} ; 2:b={2:<<={2:x=1}}}")]
    // Keys that are there twice, tags, directives, ends of documents.
    [InlineData("a: 1\na: 2\nb: {c: 3, c: 4}\n", "{1:a=1 ; 2:a=2 ; 3:b={3:c=3 ; 3:c=4}}")]
    [InlineData("a: !!str 5\nb: !own {x: 1}\nc: ! y\nd: !!binary aGk=\n", "{1:a=5 ; 2:b={2:x=1} ; 3:c=y ; 4:d=aGk=}")]
    [InlineData("%YAML 1.2\n---\na: b\n...\n", "{3:a=b}")]
    // Tabs, where YAML has no objection.
    [InlineData("a:\tb\nc: d\t\ne: 'f'\t# g\nh: x\ty\n", "{1:a=b ; 2:c=d ; 3:e=f ; 4:h=x\ty}")]
    [InlineData("a:\n-\tb\n- c\n", "{1:a=[b | c]}")]
    // Characters of their own.
    [InlineData("a: x\u00A0y\n“b”: ‘c’\nÜber uns: ä\n", "{1:a=x\u00A0y ; 2:“b”=‘c’ ; 3:Über uns=ä}")]
    public void Read_Yaml_GivesTheseKeysAndValues(string yaml, string shown)
    {
        var reading = Read.File("a.yml", yaml);

        Assert.Empty(reading.Failed);
        Assert.Equal(shown, Read.Show(Assert.Single(reading.Records).Fields));
    }

    [Theory]
    [InlineData("a: \"one   \ntwo\"\nb: x\n", "{1:a=one two ; 3:b=x}", 1, "indented")]
    [InlineData("a:\n  - b: \"one\n\n\ttwo\n  three\"\nc: [x]\n", "{1:a=[{2:b=one\ntwo three}] ; 6:c=[x]}", 2, "indented")]
    [InlineData("# x\na: {b: \"one\\\ntwo\"}\n", "{2:a={2:b=onetwo}}", 2, "indented")]
    [InlineData("a: 'x\ny'\nb: \"z\nw\"\n", "{1:a=x y ; 3:b=z w}", 3, "indented")]
    [InlineData("a:\u00A0one\nb: two\n", "{1:a=one ; 2:b=two}", 1, "spaces")]
    [InlineData("a: 1\nb:\n\u00A0\u00A0- x\n\u00A0 -\u2003y\nc: \"z\u00A0w\"\n", "{1:a=1 ; 2:b=[x | y] ; 5:c=z\u00A0w}", 3, "spaces")]
    [InlineData("a: one\u2028two: three\nb: c\u0085d: e: f\n", "{1:a=one\u2028two: three ; 2:b=c\u0085d: e: f}", 1, "U+2028")]
    [InlineData("a:\u00A0\"one\ntwo\"\nb: c\u00A0# d\n", "{1:a=one two ; 3:b=c\u00A0# d}", 1, "spaces")]
    public void Read_WhatOtherProgramsLetPass_IsReadWithAWarning(string yaml, string shown, int line, string word)
    {
        var reading = Read.File("a.yml", yaml);

        Assert.Empty(reading.Failed);
        Assert.Equal(shown, Read.Show(Assert.Single(reading.Records).Fields));
        Assert.Contains(reading.Warnings, warning => warning.Line == line && warning.Cause.Contains(word, StringComparison.Ordinal));
        Assert.All(reading.Warnings, static warning => Assert.NotEmpty(warning.Remedy));
    }

    [Theory]
    [InlineData("a: b\n \t\n\n  \nc: |\n \n  x\n\t\n  y\n", "{1:a=b ; 5:c=\nx\n\ny\n}")]
    [InlineData("c: |\n    \n  x\n", "{1:c=\nx\n}")]
    public void Read_LinesOfBlanksAlone_AreEmptyLines(string yaml, string shown)
    {
        var reading = Read.File("a.yml", yaml);

        Assert.Empty(reading.Failed);
        Assert.Empty(reading.Warnings);
        Assert.Equal(shown, Read.Show(Assert.Single(reading.Records).Fields));
    }

    [Theory]
    [InlineData("a: \"one\npublished: false\nb: c\"d\"\n", 1, "quoted")]
    [InlineData("a: 1\nb: \"open\npublished: false\nc: \"\n", 2, "indentation")]
    [InlineData("a: 1\nb: \"open\n--- x\nc: \"\n", 2, "document indicator")]
    [InlineData("a: 1\n\nb: `x`\n", 3, "cannot start")]
    [InlineData("a: 1\nb: @x\n", 2, "cannot start")]
    [InlineData("a: - b\n", 1, "not allowed")]
    [InlineData("a: 'b' c\n", 1, "expected key")]
    [InlineData("- a\n-b\n", 2, "expected '-'")]
    [InlineData("a: b\n  c: d\n", 2, "invalid mapping")]
    [InlineData("a: b\n c: d\ne: f\u00A0g\n", 2, "invalid mapping")]
    [InlineData("a: {b: 1\nc: 2\n", 1, "")]
    [InlineData("a: *b\n", 1, "There is no anchor")]
    public void Read_WhatIsNoYaml_TellsTheFirstFaultAndItsLine(string yaml, int line, string cause)
    {
        var reading = Read.File("a.yml", yaml, static (key, value) => key == "published" && value == "false");

        var fault = Assert.Single(reading.Failed.Concat(reading.Warnings));
        Assert.Equal(reading.Failed.Count == 0, reading.Records.Count == 1);
        Assert.InRange(fault.Line ?? 0, line, line + 1);
        Assert.Contains(cause, fault.Cause, StringComparison.Ordinal);
        Assert.NotEmpty(fault.Remedy);
    }

    [Fact]
    public void Read_ManyQuotedTextsAtTheMargin_StaysWithinItsBound()
    {
        var few = string.Concat(Enumerable.Range(0, 90).Select(static at => $"k{at}: \"one\ntwo\"\n"));
        var many = string.Concat(Enumerable.Range(0, 300).Select(static at => $"k{at}: \"one\ntwo\"\n"));

        Assert.Equal(90, Read.File("a.yml", few).Only().Fields.Entries.Count);
        var reading = Read.File("a.yml", many);
        Assert.Equal(300, reading.Only().Fields.Entries.Count);
        Assert.Equal(1, Assert.Single(reading.Warnings).Line);
    }

    [Fact]
    public void Read_RandomYaml_NeverThrowsAndTellsEveryFaultWithItsLine()
    {
        const int Seed = 20260;
        var (read, failed, mended) = (0, 0, 0);
        for (var round = 0; round < 4000; round++)
        {
            var yaml = RandomYaml.Make(new Random(Seed + round));
            var reading = Reading();
            YamlRecords.Read(yaml, reading);
            var lines = yaml.Count('\n') + 2;
            Assert.All(reading.Failed, fault => Assert.True(fault.Line <= lines, $"seed {Seed + round}: {fault}"));
            Assert.All(reading.Failed, static fault => Assert.DoesNotContain("Exception", fault.Cause, StringComparison.Ordinal));
            Assert.True(reading.Records.Count + reading.Failed.Count + reading.Warnings.Count > 0, $"seed {Seed + round}\n{yaml}");
            var isLoose = reading.Warnings.Any(static warning => warning.Cause.Contains("line by line", StringComparison.Ordinal));
            (read, failed) = reading.Failed.Count == 0 && !isLoose ? (read + 1, failed) : (read, failed + 1);
            mended += reading.Warnings.Any(static warning => warning.Cause.Contains("as if", StringComparison.Ordinal)) ? 1 : 0;
        }

        Assert.True(read > 1000 && failed > 500 && mended > 2, $"{read} read, {failed} failed, {mended} mended");
    }

    [Fact]
    public void Mend_RandomYamlThatCanBeRead_ChangesNothingButBlanks()
    {
        const int Seed = 70260;
        var compared = 0;
        for (var round = 0; round < 4000; round++)
        {
            var yaml = RandomYaml.Make(new Random(Seed + round));
            if (Shown(yaml) is not { } before)
            {
                continue;
            }

            var patches = new YamlPatches(yaml, separators: null, Reading());
            while (patches.TryMend(new YamlException(Mark.Empty, Mark.Empty, "none")))
            {
            }

            var after = Shown(patches.Text) ?? "a fault";
            Assert.True(WithoutBlanks(before) == WithoutBlanks(after), $"seed {Seed + round}\n{yaml}\n{before}\n{patches.Text}");
            compared++;
        }

        Assert.InRange(compared, 1000, 4000);
    }

    /// <summary>
    /// Without blanks, with one end of a line for several, and none at the end of a value: what texts are cleaned of in any case.
    /// </summary>
    private static string WithoutBlanks(string text)
        => Regex.Replace(Regex.Replace(text, @"\s*\n\s*", "\n"), @"[ \t]|\n(?=\s*[;}|\]]|$)", "");

    private static SourceReading Reading() => new(new SourceFile("x.yml", "x.yml", SourceFormat.Yaml));

    private static string? Shown(string yaml)
    {
        try
        {
            return string.Join('\n', new YamlTree(yaml, 1, Reading()).ReadDocuments().Select(Read.Show));
        }
        catch (Exception failure) when (failure is YamlException or InvalidOperationException)
        {
            return null;
        }
    }
}
