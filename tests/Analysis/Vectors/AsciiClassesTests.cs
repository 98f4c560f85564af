using ProposalSearch.Analysis.Vectors;
using Xunit;

namespace ProposalSearch.Analysis.Tests.Vectors;

public sealed class AsciiClassesTests
{
    [Fact]
    public void Sort_EveryCharacter_IsInItsClass()
    {
        var characters = new char[AsciiClasses.Block];
        for (var unit = 0; unit <= char.MaxValue; unit += AsciiClasses.Block)
        {
            for (var i = 0; i < characters.Length; i++)
            {
                characters[i] = (char)(unit + i);
            }

            AssertAlike(characters, $"from U+{unit:X4}");
        }
    }

    [Fact]
    public void Sort_RandomCharacters_EqualsThePlainLoop()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var characters = new char[random.Next(AsciiClasses.Block * 2)];
            foreach (ref var unit in characters.AsSpan())
            {
                unit = (char)random.Next(random.Next(4) == 0 ? 0x10000 : 0x90);
            }

            AssertAlike(characters.AsSpan(0, Math.Min(characters.Length, AsciiClasses.Block)).ToArray(), $"seed {seed}");
        }
    }

    private static void AssertAlike(char[] characters, string where)
    {
        AsciiClasses.Sort(characters, out var alphanumeric, out var special);
        AsciiClasses.SortPlain(characters, out var expectedAlphanumeric, out var expectedSpecial);
        Assert.True((expectedAlphanumeric, expectedSpecial) == (alphanumeric, special),
            $"{where}: {alphanumeric:x16} {special:x16}, expected {expectedAlphanumeric:x16} {expectedSpecial:x16}");
    }
}
