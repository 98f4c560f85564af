using System.Globalization;
using System.Text.RegularExpressions;

namespace ProposalSearch.Backends.OpenSearch.Indexes;

/// <summary>
/// Names: whoever searches knows the alias, such as <c>proposals</c>; behind it is the index of an edition, such as
/// <c>proposals-20261128160501123-3fa9</c>, one for each build.
/// </summary>
internal static partial class IndexNames
{
    private const string Time = "yyyyMMddHHmmssfff";

    /// <summary>What an alias may be.</summary>
    public const string Rule = "1 to 100 small letters of English, digits, - and _, a letter or a digit first";

    /// <summary>Whether a text may be an alias.</summary>
    public static bool IsAlias(string text) => Alias().IsMatch(text);

    /// <summary>A new name of an index behind an alias.</summary>
    public static string Edition(string alias, DateTimeOffset now) =>
        string.Create(CultureInfo.InvariantCulture, $"{alias}-{now.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture)}-")
            + Guid.NewGuid().ToString("N")[..4];

    /// <summary>When an edition of an alias was begun; <see langword="null"/> for any other name.</summary>
    public static DateTimeOffset? BegunAt(string index, string alias) =>
        index.StartsWith(alias + "-", StringComparison.Ordinal) && index.Length == alias.Length + Time.Length + 6
            && DateTimeOffset.TryParseExact(
                index.AsSpan(alias.Length + 1, Time.Length), Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
                out var begun)
            ? begun : null;

    [GeneratedRegex("^[a-z0-9][a-z0-9_-]{0,99}$", RegexOptions.CultureInvariant)]
    private static partial Regex Alias();
}
