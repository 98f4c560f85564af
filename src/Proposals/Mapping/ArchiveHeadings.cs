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

    private const double LeastShareOfAForm = 0.05;

    private readonly FrozenSet<string> _repeated;
    private readonly FrozenSet<string> _frequent;
    private readonly FrozenSet<string> _usual;

    /// <summary>Tells them by how many files have each.</summary>
    /// <param name="counts">How many files have a heading, by <see cref="HeadingLines.Normal"/>.</param>
    /// <param name="files">How many files have headings.</param>
    public ArchiveHeadings(IReadOnlyDictionary<string, int> counts, int files)
    {
        _repeated = AtLeast(counts, Math.Max(LeastFiles, LeastShare * files));
        _frequent = AtLeast(counts, Math.Max(FewestFiles, MostShare * files));
        _usual = AtLeast(counts, Math.Max(FewestFiles, LeastShareOfAForm * files));
    }

    /// <summary>Nothing is known.</summary>
    public static ArchiveHeadings Unknown { get; } = new(new Dictionary<string, int>(), 0);

    /// <summary>Whether a heading asks for the title, so that the line below it may be that.</summary>
    public Func<string, bool> AsksForTitle { get; init; } = static _ => false;

    /// <summary>The headings that repeat, in order, to tell whether anything has changed.</summary>
    public IEnumerable<string> Repeated
        => _repeated.Order(StringComparer.Ordinal)
            .Concat(_frequent.Order(StringComparer.Ordinal).Prepend(""))
            .Concat(_usual.Order(StringComparer.Ordinal).Prepend(""));

    /// <summary>Whether several files have a heading.</summary>
    public bool IsRepeated(string heading) => _repeated.Contains(HeadingLines.Normal(heading));

    /// <summary>Whether so many files have a heading that it tells none of them apart.</summary>
    public bool IsFrequent(string heading) => _frequent.Contains(HeadingLines.Normal(heading));

    /// <summary>Whether so many files have a heading that it belongs to the form, whose words say nothing about one proposal.</summary>
    public bool IsUsual(string heading) => _usual.Contains(HeadingLines.Normal(heading));

    private static FrozenSet<string> AtLeast(IReadOnlyDictionary<string, int> counts, double files)
        => counts.Where(pair => pair.Value >= files).Select(static pair => pair.Key).ToFrozenSet(StringComparer.Ordinal);
}
