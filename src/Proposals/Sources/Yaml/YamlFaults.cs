using YamlDotNet.Core;

namespace ProposalSearch.Proposals.Sources.Yaml;

/// <summary>What a fault in YAML means to the person who wrote it.</summary>
internal static class YamlFaults
{
    /// <summary>Line of the text, cause and remedy.</summary>
    public static (int Line, string Cause, string Remedy) Explain(YamlException failure, string yaml)
    {
        var line = Math.Max(1, (int)failure.Start.Line);
        return failure is not YamlLimitException && LineWithTab(yaml, line) is { } tab
            ? (tab, Cause(failure), TabRemedy)
            : (line, Cause(failure), Remedy(failure, LineAt(yaml, line)));
    }

    /// <summary>The same where the parser lost its way without saying so.</summary>
    /// <param name="line">The last line that it read.</param>
    /// <param name="yaml">The text.</param>
    public static (int Line, string Cause, string Remedy) ExplainBreak(int line, string yaml)
    {
        const string Cause = "The YAML cannot be read: its structure breaks off here, or on a line after it.";
        return LineWithTab(yaml, line) is { } tab ? (tab, Cause, TabRemedy) : (line, Cause, UsualCauses);
    }

    private const string TabRemedy = "Indent with spaces: YAML allows no tabs there.";

    private const string UsualCauses =
        "Look at this line and the ones beside it: "
            + "quotes or brackets that are not closed, a missing ': ', or an indentation that differs are the usual causes.";

    /// <summary>The first line, from one on, that is indented with a tab; the parser may complain some lines before it.</summary>
    private static int? LineWithTab(string yaml, int from)
    {
        var line = 0;
        foreach (var range in yaml.AsSpan().Split('\n'))
        {
            if (++line >= from && yaml.AsSpan(range).TrimStart(' ').StartsWith("\t", StringComparison.Ordinal))
            {
                return line;
            }
        }

        return null;
    }

    private static string Cause(YamlException failure)
        => failure is YamlLimitException ? failure.Message : $"The YAML cannot be read: {Sentence(failure.Message)}";

    private static string Remedy(YamlException failure, string line)
    {
        if (failure is YamlLimitException limit)
        {
            return limit.Remedy;
        }

        if (failure is AnchorNotFoundException)
        {
            return "Put a value that begins with '*' in quotes.";
        }

        return line.AsSpan().Count(": ") > 1
            ? "Put a key or a value that has ': ' in it in quotes."
            : UsualCauses;
    }

    private static string Sentence(string message)
    {
        var colon = message.IndexOf("): ", StringComparison.Ordinal);
        var text = (message.StartsWith('(') && colon > 0 ? message[(colon + 3)..] : message).Trim();
        return text.EndsWith('.') ? text : text + ".";
    }

    private static string LineAt(string text, int line) => text.Split('\n').ElementAtOrDefault(line - 1) ?? "";
}

/// <summary>YAML that is well-formed, but more than is read.</summary>
internal sealed class YamlLimitException(in Mark at, string message, string remedy) : YamlException(at, at, message)
{
    public string Remedy { get; } = remedy;
}
