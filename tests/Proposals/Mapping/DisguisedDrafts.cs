namespace ProposalSearch.Proposals.Tests.Mapping;

/// <summary>Files that say that they are drafts, in one of the many ways in which people, editors and other programs write it.</summary>
internal static class DisguisedDrafts
{
    private static readonly string[] Endings = [".md", ".md", ".md", ".html", ".txt", ".markdown"];

    private static readonly string[] Above =
    [
        "", "", "", "\n", "\n\n", " \n", "\t\n", "\uFEFF", "\uFEFF\n", "\u200B", "\u00A0\n\u2060",
        "<!-- a remark -->\n", "A word.\n", "# Head\n\n", " ",
    ];

    private static readonly (string Open, string Close, string Sign)[] Fences =
    [
        ("---\n", "---\n", ": "), ("---\n", "---\n", ": "), ("---\n", "...\n", ": "), ("--- \n", "---\t\n", ": "),
        ("---yaml\n", "---\n", ": "), ("--- yml\n", "---\n", " : "),
        ("+++\n", "+++\n", " = "), ("---toml\n", "---\n", "="), ("----\n", "----\n", ": "),
        ("", "\n", ": "), ("", "---\n", ": "), ("<!--\n", "-->\n", ": "), ("~~\n", "~~\n", ": "),
        ("---\n", "", ": "),
    ];

    private static readonly string[] Keys = ["published", "Published", "PUBLISHED", "is_published"];

    private static readonly string[] No = ["false", "False", "FALSE", "\"false\"", "'No'", "\"off\"", "'n'"];

    private static readonly string[] Yes = ["true", "True", "TRUE", "\"true\"", "'Yes'", "\"on\"", "'y'"];

    private static readonly string[] LineEnds = ["\n", "\n", "\r\n", "\r"];

    public static string Ending(Random random) => Pick(Endings, random);

    public static string Make(Random random)
    {
        var text = random.Next(4) == 0 ? Json(random) : Fenced(random);
        return text.Replace("\n", Pick(LineEnds, random), StringComparison.Ordinal);
    }

    private static string Fenced(Random random)
    {
        var (open, close, sign) = Pick(Fences, random);
        var isDraft = random.Next(2) == 0;
        var key = isDraft ? Pick(["draft", "Draft", "DRAFT"], random) : Pick(Keys, random);
        var statement = $"{key}{sign}{Pick(isDraft ? Yes : No, random)}\n";
        var other = $"title{sign}'Disguised'\n";
        return Pick(Above, random) + open + (random.Next(2) == 0 ? statement + other : other + statement) + close + "\nWe plant a hedge.\n";
    }

    private static string Json(Random random)
    {
        var gap = Pick(["", " ", "\n", "\n  "], random);
        var statement = random.Next(2) == 0
            ? $"\"draft\":{gap}{Pick(["true", "\"true\"", "\"Yes\""], random)}"
            : $"\"published\":{gap}{Pick(["false", "\"False\"", "\"no\""], random)}";
        var json = $"{{{gap}\"title\":{gap}\"Disguised\",{gap}{statement}{gap}}}";
        var (open, close) = Pick([("", ""), ("---json\n", "\n---"), (";;;\n", "\n;;;"), ("---\n", "\n---")], random);
        return Pick(Above, random) + open + json + close + "\n\nWe plant a hedge.\n";
    }

    private static T Pick<T>(T[] among, Random random) => among[random.Next(among.Length)];
}
