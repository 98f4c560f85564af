using YamlDotNet.Core;

namespace ProposalSearch.Proposals.Sources.Yaml;

/// <summary>What a fault in YAML means to the person who wrote it.</summary>
internal static class YamlFaults
{
    /// <summary>Cause and remedy.</summary>
    public static (string Cause, string Remedy) Explain(YamlException failure, string yaml)
    {
        var line = LineAt(yaml, failure.Start.Line);
        return (Cause(failure), Remedy(failure, line));
    }

    private static string Cause(YamlException failure)
        => failure is YamlLimitException ? failure.Message : $"The YAML cannot be read: {Sentence(failure.Message)}";

    private static string Remedy(YamlException failure, ReadOnlySpan<char> line)
    {
        if (failure is YamlLimitException limit)
        {
            return limit.Remedy;
        }

        if (line.TrimStart(' ').StartsWith("\t", StringComparison.Ordinal))
        {
            return "Indent with spaces: YAML allows no tabs there.";
        }

        if (failure is AnchorNotFoundException)
        {
            return "Put a value that begins with '*' in quotes.";
        }

        return line.Count(": ") > 1
            ? "Put a key or a value that has ': ' in it in quotes."
            : "Look at this line and the one before it: quotes that are not closed, a missing ': ', or an indentation that differs are the usual causes.";
    }

    private static string Sentence(string message)
    {
        var colon = message.IndexOf("): ", StringComparison.Ordinal);
        var text = (message.StartsWith('(') && colon > 0 ? message[(colon + 3)..] : message).Trim();
        return text.EndsWith('.') ? text : text + ".";
    }

    private static ReadOnlySpan<char> LineAt(string text, long line)
    {
        var rest = text.AsSpan();
        for (var at = 1L; at < line; at++)
        {
            var end = rest.IndexOf('\n');
            if (end < 0)
            {
                return default;
            }

            rest = rest[(end + 1)..];
        }

        var stop = rest.IndexOf('\n');
        return stop < 0 ? rest : rest[..stop];
    }
}

/// <summary>YAML that is well-formed, but more than is read.</summary>
internal sealed class YamlLimitException(in Mark at, string message, string remedy) : YamlException(at, at, message)
{
    /// <summary>What to do.</summary>
    public string Remedy { get; } = remedy;
}
