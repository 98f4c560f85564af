using System.Buffers;

namespace ProposalSearch.Proposals.Sources.Yaml;

/// <summary>
/// The line separators that word processors leave in texts: U+2028, U+2029 and U+0085. In YAML 1.2 they are characters like others;
/// YamlDotNet takes them for ends of lines, as YAML 1.1 had it. While it reads, characters that the text does not have stand in for them.
/// </summary>
internal sealed class LineSeparators
{
    private const char FirstPrivate = '\uE000';
    private const char LastPrivate = '\uF8FF';

    /// <summary>The separators, and a space: behind a separator it may have to be hidden too.</summary>
    private static readonly char[] All = ['\u2028', '\u2029', '\u0085', ' '];

    private static readonly SearchValues<char> Any = SearchValues.Create(All.AsSpan(0, 3));

    private readonly char[] _standIns;

    private LineSeparators(char[] standIns) => _standIns = standIns;

    /// <summary>The text with stand-ins, and what puts the separators back; <see langword="null"/> where the text has none.</summary>
    public static (string Text, LineSeparators? Separators) Hide(string text)
    {
        if (!text.AsSpan().ContainsAny(Any))
        {
            return (text, null);
        }

        var taken = text.Where(static character => character is >= FirstPrivate and <= LastPrivate).ToHashSet();
        var free = Enumerable.Range(FirstPrivate, LastPrivate - FirstPrivate + 1)
            .Select(static code => (char)code)
            .Where(code => !taken.Contains(code))
            .Take(All.Length)
            .ToArray();
        return free.Length < All.Length ? (text, null) : (Replaced(text, All[..^1], free), new LineSeparators(free));
    }

    /// <summary>A text with stand-ins, in which no <c>: </c> behind a separator in the same line is taken for the colon of a key.</summary>
    public string WithoutColons(string hidden)
    {
        var lines = hidden.Split('\n');
        for (var at = 0; at < lines.Length; at++)
        {
            var separator = lines[at].AsSpan().IndexOfAny(_standIns.AsSpan(0, All.Length - 1));
            lines[at] = separator < 0
                ? lines[at]
                : lines[at][..separator] + lines[at][separator..].Replace(": ", $":{_standIns[^1]}", StringComparison.Ordinal);
        }

        return string.Join('\n', lines);
    }

    /// <summary>A scalar with the separators that its text had.</summary>
    public string Restore(string scalar) => Replaced(scalar, _standIns, All);

    private static string Replaced(string text, char[] these, char[] by)
    {
        for (var at = 0; at < these.Length; at++)
        {
            text = text.Replace(these[at], by[at]);
        }

        return text;
    }
}
