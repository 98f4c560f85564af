namespace ProposalSearch.Load;

/// <summary>
/// Searches as people send them, drawn from a seed: words, phrases, beginnings, fields, filters, pages; with facets and passages.
/// </summary>
internal static class Varied
{
    private static readonly string[] Words =
    [
        "poverty", "college", "youth", "garden", "homeless", "arts", "health", "transit", "students", "community", "food", "jobs",
        "veterans", "music", "water", "housing", "mentors", "science", "families", "parks", "teachers", "immigrants", "river", "design",
    ];

    private static readonly string[] Categories = ["learn", "create", "play", "connect", "live"];

    /// <summary>The query string of one.</summary>
    public static string Query(Random random) => "q=" + random.Next(8) switch
    {
        0 => Word(random),
        1 => $"{Word(random)}+{Word(random)}",
        2 => $"{Word(random)}+OR+{Word(random)}&page={random.Next(1, 4)}",
        3 => $"%22{Word(random)}+{Word(random)}%22",
        4 => Word(random)[..4] + "*",
        5 => $"{Word(random)}&year={2013 + random.Next(8)}&category={Categories[random.Next(Categories.Length)]}",
        6 => "evaluation:" + Word(random),
        _ => Word(random) + "&sort=newest",
    };

    private static string Word(Random random) => Words[random.Next(Words.Length)];
}
