namespace ProposalSearch.Wordings;

/// <summary>A wording that is to find its question, and what a person says of it.</summary>
/// <param name="Text">The wording.</param>
/// <param name="Questions">The canonical questions that are right; none for a wording that is to stay itself.</param>
/// <param name="Answers">How many answers stand under it.</param>
/// <param name="Words">How many words these have.</param>
internal sealed record Judged(string Text, IReadOnlyList<string> Questions, int Answers = 1, long Words = 1)
{
    /// <summary>The wordings of a file with lines such as <c>need plan | Which problem ...?</c>; <c>#</c> begins a remark.</summary>
    public static IReadOnlyList<Judged> Read(string path) =>
    [
        .. File.ReadLines(path)
            .Where(static line => line.Contains('|', StringComparison.Ordinal) && !line.StartsWith('#'))
            .Select(static line => line.Split('|', 2, StringSplitOptions.TrimEntries))
            .Select(static parts => new Judged(parts[1], parts[0].Split(' ', StringSplitOptions.RemoveEmptyEntries))),
    ];
}
