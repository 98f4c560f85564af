using System.Text;

namespace ProposalSearch.Proposals.Tests.Sources.Yaml;

/// <summary>YAML near that of forms, made of pieces that are often right and sometimes wrong.</summary>
internal static class RandomYaml
{
    private static readonly string[] Pieces =
    [
        "word", "two words", "it''s", "a:b", "x: y", "#no", " # yes", "-", "- ", "\n", "\n\n", "\n  ", "\n   ", "\n    ", "\n\n  ", " ",
        "  ", "'", "\"", "\\n", "\\", "\t",
        ">-", ">", "|", "|-", "|+", ">+", "[", "]", ", ", "[a, b]", "['x', y]", "?", "? ", ":", ": ", "~", "null", "1.5", "2015-01-01", "é",
        "“q”", "💡", "%", "@", "&a", "*a", "!",
        "---", "...", "http://x.org/?a=b&c", "\\u00e9", "\\x41", "\\\n",
    ];

    public static string Make(Random random)
    {
        var yaml = new StringBuilder();
        for (var entries = random.Next(1, 5); entries > 0; entries--)
        {
            yaml.Append(Key(random)).Append(random.Next(8) == 0 ? ":" : ": ");
            AppendValue(yaml, random);
            yaml.Append(random.Next(20) == 0 ? "" : "\n");
        }

        return yaml.ToString();
    }

    private static string Key(Random random) => random.Next(6) switch
    {
        0 => "'quoted: key'",
        1 => "\"double key?\"",
        2 => "What will you do? (in LA)",
        3 => "Pieces " + Pieces[random.Next(8)],
        _ => "key" + random.Next(3),
    };

    private static void AppendValue(StringBuilder yaml, Random random)
    {
        switch (random.Next(7))
        {
            case 0:
                yaml.Append('\'').Append(Some(random, "  ").Replace("'", "''", StringComparison.Ordinal)).Append('\'');
                break;
            case 1:
                yaml.Append('"').Append(Some(random, "  ")).Append('"');
                break;
            case 2 or 3:
                yaml.Append(Pieces[30 + random.Next(6)]).Append("\n  ").Append(Some(random, "  "));
                break;
            case 4:
                AppendList(yaml, random);
                break;
            case 5:
                yaml.Append("\n  inner: ").Append(Some(random, "    ")).Append("\n  other: x");
                break;
            default:
                yaml.Append(Some(random, "  "));
                break;
        }
    }

    private static void AppendList(StringBuilder yaml, Random random)
    {
        var indent = new string(' ', random.Next(3));
        for (var items = random.Next(1, 4); items > 0; items--)
        {
            yaml.Append('\n').Append(indent).Append("- ").Append(Some(random, indent + "  "));
        }
    }

    private static string Some(Random random, string indent)
    {
        var text = new StringBuilder();
        for (var pieces = random.Next(1, 7); pieces > 0; pieces--)
        {
            text.Append(random.Next(3) == 0 ? Pieces[random.Next(Pieces.Length)] : Pieces[random.Next(2)]);
            text.Append(random.Next(3) switch { 0 => " ", 1 => "\n" + indent, _ => "" });
        }

        return text.ToString();
    }
}
