using System.Collections.Frozen;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>
/// The headings that come again and again in an archive: those of its form. A heading above all others of its file that does not repeat,
/// while these do, is a title; one that repeats in most files is none.
/// </summary>
internal sealed class ArchiveHeadings
{
    private const int LeastFiles = 2;
    private const double LeastShare = 0.02;
    private const double MostShare = 0.3;
    private const int FewestFiles = 3;

    private readonly FrozenSet<string> _repeated;
    private readonly FrozenSet<string> _frequent;

    /// <summary>Tells them by how many files have each.</summary>
    /// <param name="counts">How many files have a heading, by <see cref="HeadingLines.Normal"/>.</param>
    /// <param name="files">How many files have headings.</param>
    public ArchiveHeadings(IReadOnlyDictionary<string, int> counts, int files)
    {
        var least = Math.Max(LeastFiles, LeastShare * files);
        _repeated = counts.Where(pair => pair.Value >= least).Select(static pair => pair.Key).ToFrozenSet(StringComparer.Ordinal);
        _frequent = counts.Where(pair => pair.Value >= Math.Max(FewestFiles, MostShare * files))
            .Select(static pair => pair.Key)
            .ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Nothing is known.</summary>
    public static ArchiveHeadings Unknown { get; } = new(new Dictionary<string, int>(), 0);

    /// <summary>The headings that repeat, in order, to tell whether anything has changed.</summary>
    public IEnumerable<string> Repeated
        => _repeated.Order(StringComparer.Ordinal).Concat(_frequent.Order(StringComparer.Ordinal).Prepend(""));

    /// <summary>Whether several files have a heading.</summary>
    public bool IsRepeated(string heading) => _repeated.Contains(HeadingLines.Normal(heading));

    /// <summary>Whether so many files have a heading that it tells none of them apart.</summary>
    public bool IsFrequent(string heading) => _frequent.Contains(HeadingLines.Normal(heading));
}
