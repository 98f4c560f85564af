using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Engine.Tests.Searching;

/// <summary>
/// Documents of so few words that all of them meet everywhere: stems that several words share, stop words, near misspellings, accents and
/// characters beyond the first plane.
/// </summary>
internal static class SmallWorld
{
    public const int Labels = 5;

    public static readonly string[] Vocabulary =
    [
        "college", "colleges", "collage", "collect", "school", "schools", "schooling", "skol", "the", "of", "and", "a",
        "cat", "cats", "cart", "café", "cafes", "student's", "students", "art", "arts", "日", "𝒳", "2013",
    ];

    public static readonly string[] Categories = ["learn", "create", "play", "connect", "ｌｉｖｅ", "😀", ""];

    /// <summary>Labels 0 to 2 have weights of their own.</summary>
    public static IndexSettings Settings(bool weighted) => new() { SectionWeights = weighted ? [3, 1, 2] : [] };

    /// <summary>Documents with ids from a number on.</summary>
    public static IndexDocument[] Documents(Random random, int first, int count, int longest) =>
        [.. Enumerable.Range(first, count).Select(number => Document(random, $"d{number}", longest))];

    /// <summary>A word, those at the end of the vocabulary less often.</summary>
    public static string Word(Random random) => Vocabulary[Math.Min(random.Next(Vocabulary.Length), random.Next(Vocabulary.Length))];

    private static IndexDocument Document(Random random, string id, int longest)
    {
        var document = new IndexDocument { Id = id };
        for (var sections = random.Next(4); sections > 0; sections--)
        {
            var words = Enumerable.Range(0, random.Next(longest + 1)).Select(_ => Word(random));
            document.Sections.Add(new Section(random.Next(Labels), string.Join(random.Next(3) == 0 ? ", " : " ", words)));
        }

        document.Values.AddRange(Categories.Where(_ => random.Next(4) == 0).Select(category => ("category", category)));
        if (random.Next(3) > 0)
        {
            var year = random.Next(2013, 2018);
            document.Values.Add(("year", $"{year}"));
            document.Numbers.Add(("year", year));
        }

        if (random.Next(50) == 0)
        {
            document.Values.Add(("rare", "yes"));
            document.Numbers.Add(("rare", random.Next(2) == 0 ? long.MinValue : random.NextInt64()));
        }

        return document;
    }
}
