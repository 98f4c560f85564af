using Xunit;

namespace ProposalSearch.Architecture.Tests;

/// <summary>
/// No line of more than 140 characters, and no method of more than 35 lines. Folders that do not keep this yet are named here with how
/// often they break it. A folder that breaks it less often than is written here fails too, so that the numbers can only fall.
/// </summary>
public sealed class SizeTests
{
    private const int MostCharacters = 140;
    private const int MostLines = 35;

    /// <summary>How many lines are too long, for each folder that has any.</summary>
    private static readonly Dictionary<string, int> LongLines = new(StringComparer.Ordinal)
    {
        ["bench/Compare"] = 7,
        ["bench/Load"] = 8,
        ["src/Backends/Lucene"] = 12,
        ["src/Indexing"] = 54,
        ["src/Proposals"] = 284,
        ["tests/Analysis"] = 1,
        ["tests/Architecture"] = 37,
        ["tests/Backends/Embedded"] = 14,
        ["tests/Backends/Lucene"] = 8,
        ["tests/Foundation"] = 3,
        ["tests/Indexing"] = 13,
        ["tests/Proposals"] = 142,
        ["tests/Testing"] = 170,
    };

    /// <summary>How many methods are too long, for each folder that has any.</summary>
    private static readonly Dictionary<string, int> LongMethods = new(StringComparer.Ordinal)
    {
        ["src/Proposals"] = 6,
    };

    [Fact]
    public void Lines_OfAllCode_HaveAtMost140Characters()
    {
        Assert.NotEmpty(Checkout.Code);
        var found = Checkout.Code.SelectMany(file => Checkout.Read(file).Split('\n').Index()
            .Where(line => line.Item.TrimEnd('\r').Length > MostCharacters)
            .Select(line => (FolderOf(file), $"{file}:{line.Index + 1}")));

        Assert.Empty(Differing(LongLines, found, $"lines of more than {MostCharacters} characters"));
    }

    [Fact]
    public void Methods_OfTheSource_HaveAtMost35Lines()
    {
        var members = Checkout.Source.SelectMany(
            file => Members.Of(Checkout.Read(file)).Select(member => (File: file, Member: member))).ToList();
        Assert.InRange(members.Count, 1_000, int.MaxValue);
        var found = members.Where(one => one.Member.Lines > MostLines)
            .Select(one => (FolderOf(one.File), $"{one.File}:{one.Member.Line} ({one.Member.Lines} lines)"));

        Assert.Empty(Differing(LongMethods, found, $"methods of more than {MostLines} lines"));
    }

    [Fact]
    public void Members_OfSomeCode_AreFoundWithTheirLines()
    {
        const string Code = """
            namespace Some.Space;

            /// <summary>A type.</summary>
            internal sealed class Some(int one)
            {
                private readonly Dictionary<string, int> _table = new()
                {
                    ["a"] = 1,
                };

                [Attribute]
                public int Method(
                    int two, int three = 3)
                {
                    if (two > one)
                    {
                        return two;
                    }

                    return Run(() =>
                    {
                        return three;
                    });
                }

                private int Arm(int two) => two switch
                {
                    1 => 2,
                    _ => 3,
                };

                private record struct Inner(int One)
                {
                    public int Get()
                    {
                        return One;
                    }
                }
            }
            """;

        Assert.Equal([(12, 13), (26, 5), (34, 4)], Members.Of(Code));
    }

    private static string FolderOf(string file)
    {
        var parts = file.Split('/');
        return string.Join('/', parts[..Math.Min(parts[1] == "Backends" ? 3 : 2, parts.Length - 1)]);
    }

    /// <summary>A sentence for each folder that has another number than is known.</summary>
    private static List<string> Differing(Dictionary<string, int> known, IEnumerable<(string Folder, string Place)> found, string what)
    {
        var places = found.ToLookup(one => one.Folder, one => one.Place, StringComparer.Ordinal);
        return
        [
            .. places.Select(folder => folder.Key).Union(known.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Where(folder => places[folder].Count() != known.GetValueOrDefault(folder))
                .Select(folder => $"{folder} has {places[folder].Count()} {what}, and {known.GetValueOrDefault(folder)} are known: "
                    + string.Join(", ", places[folder])),
        ];
    }
}
