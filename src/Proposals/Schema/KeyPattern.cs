namespace ProposalSearch.Proposals.Schema;

/// <summary>A key, or keys with <c>*</c> for anything, compared as <see cref="Wording.Normalize"/> has them.</summary>
internal sealed class KeyPattern
{
    private readonly string[] _parts;

    /// <summary>A pattern as a schema writes it.</summary>
    public KeyPattern(string pattern)
    {
        Text = pattern;
        var parts = pattern.Split('*');
        _parts = [.. parts.Select((part, at) => NormalizePart(part, isFirst: at == 0, isLast: at == parts.Length - 1))];
    }

    public string Text { get; }

    /// <summary>Whether it names one key.</summary>
    public bool IsExact => _parts.Length == 1;

    /// <summary>The key that it names, where it is exact.</summary>
    public string Exact => _parts[0];

    /// <summary>Whether a normalised key is meant.</summary>
    public bool Matches(string normalized)
    {
        if (IsExact)
        {
            return normalized == _parts[0];
        }

        if (!normalized.StartsWith(_parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = _parts[0].Length;
        foreach (var part in _parts.AsSpan(1, _parts.Length - 2))
        {
            var found = normalized.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + part.Length;
        }

        return normalized.Length - at >= _parts[^1].Length && normalized.EndsWith(_parts[^1], StringComparison.Ordinal);
    }

    /// <summary>Spaces at an inner end of a part are meant: <c>* metrics</c> is not <c>biometrics</c>.</summary>
    private static string NormalizePart(string part, bool isFirst, bool isLast)
    {
        var core = Wording.Normalize(part);
        var before = !isFirst && core.Length > 0 && IsGap(part[0]) ? " " : "";
        var after = !isLast && core.Length > 0 && IsGap(part[^1]) ? " " : "";
        return before + core + after;
    }

    private static bool IsGap(char character) => character is ' ' or '_' or '-';
}
