namespace ProposalSearch.Search.Related;

/// <summary>The name of an organization where one of its proposals states none.</summary>
public static class NameElsewhere
{
    /// <summary>The name of the proposal nearest in time, and its year; <see langword="null"/> where none has both.</summary>
    /// <param name="year">The year of the proposal without a name, or <see langword="null"/>.</param>
    /// <param name="others">Names and years of the others.</param>
    public static (string Name, int Year)? Of(int? year, IEnumerable<(string? Name, int? Year)> others)
    {
        var named = others.Where(static one => !string.IsNullOrWhiteSpace(one.Name) && one.Year is not null)
            .Select(static one => (Name: one.Name!, Year: one.Year!.Value))
            .OrderBy(one => Math.Abs((long)one.Year - (year ?? one.Year)))
            .ToList();
        return named.Count == 0 ? null : named[0];
    }
}
