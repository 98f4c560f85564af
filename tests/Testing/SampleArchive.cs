using ProposalSearch.Proposals;
using ProposalSearch.Search;
using static System.FormattableString;

namespace ProposalSearch.Testing;

/// <summary>
/// The small archive that tests of the host share: three proposals with something to find, one that tries to break out of every
/// place it is shown in, one with nothing but a title, and as many plain ones as paging needs.
/// </summary>
public static class SampleArchive
{
    /// <summary>In each of its texts this proposal tries to become markup.</summary>
    public const string HostileText = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)> hostile </textarea></title>";

    /// <summary>How many plain proposals there are; each has the word <c>plain</c>.</summary>
    public const int Plain = 26;

    /// <summary>The facets and questions of the archive.</summary>
    public static IndexMetadata Metadata { get; } = new()
    {
        Fingerprint = "sample",
        Facets =
        [
            new FacetDefinition("year", "Year", FacetType.Number),
            new FacetDefinition("category", "Category", FacetType.Text),
            new FacetDefinition("area", "Area", FacetType.Text),
            new FacetDefinition("sort", "Sort of grant", FacetType.Text),
        ],
        BestBets =
        [
            new BestBet(
                ["plain help"], ["2015/lift-la", "2013/plain-03"], "See <our> guide", "https://example.org/guide?a=1&b=2", null, null),
        ],
        Synonyms = [new WordSynonyms("telephone", ["phone"])],
        Questions = [new QuestionDefinition("need", "Need"), new QuestionDefinition("evaluation", "Evaluation")],
    };

    /// <summary>All proposals.</summary>
    public static IReadOnlyList<Proposal> Proposals { get; } =
        [Lift(), Level(), Bridging(), Hostile(), Bare(), .. Enumerable.Range(1, Plain).Select(PlainOne)];

    private static Proposal Lift() => Some("2015/lift-la", "LIFT-LA: Member to Member", 2015) with
    {
        Summary = "Families help families out of poverty.",
        Organization = "LIFT & Friends",
        Facets = Facets(("year", ["2015"]), ("category", ["connect"]), ("area", ["Central LA", "South LA"])),
        Links = [new ProposalLink("Website", "https://www.example.org/lift?a=1&b=2"), new ProposalLink("Trap", "javascript:alert(1)")],
        Image = "http://images.example.org/lift.jpg",
        Answers =
        [
            new Answer("Why is this needed?", "need", "One in four families lives in poverty.\n\nPoverty has many faces:\nrent\nfood"),
            new Answer("How will you measure success?", "evaluation", "We count the families who leave poverty behind & stay out."),
            new Answer("Where will you be working?", null, "Central LA\nSouth LA"),
        ],
    };

    private static Proposal Level() => Some("2015/level-up", "Level Up: College Success", 2015) with
    {
        Summary = "Students graduate from college together.",
        Organization = "SoCal CAN",
        Facets = Facets(("year", ["2015"]), ("category", ["learn"]), ("area", ["South LA"]), ("sort", ["quick"])),
        Answers = [new Answer("How will you measure success?", "evaluation", "We follow students through college.")],
    };

    private static Proposal Bridging() => Some("2016/bridging gaps", "Bridging Gaps – LIFT and One Degree", 2016) with
    {
        Summary = "A phone helps families in poverty find services.",
        Organization = "LIFT & Friends",
        Facets = Facets(("year", ["2016"]), ("category", ["connect"])),
        Answers = [new Answer("Why is this needed?", "need", "Poverty hides help. ¿Dónde está la ayuda? 帮助 🙂")],
    };

    private static Proposal Hostile() => Some("2017/a\"><script>alert(3)</script>", HostileText, 2017) with
    {
        Summary = HostileText,
        Organization = HostileText,
        Facets = Facets(("year", ["2017"]), ("category", [HostileText])),
        Links = [new ProposalLink(HostileText, "https://example.org/\"><script>alert(4)</script>")],
        Image = "https://example.org/x.png\" onload=\"alert(5)",
        Video = "data:text/html,<script>alert(6)</script>",
        Answers = [new Answer(HostileText, null, HostileText), new Answer("And once more?", null, "Once more: " + HostileText)],
        SourcePath = HostileText + ".md",
    };

    private static Proposal Bare() => Some("nothing-but-a-title", "=HYPERLINK(\"http://example.org\")", null);

    private static Proposal PlainOne(int number)
    {
        var year = 2010 + (number % 4);
        return Some(Invariant($"{year}/plain-{number:00}"), Invariant($"Plain proposal {number:00}"), year) with
        {
            Organization = "Plain People",
            Facets = Facets(("year", [Invariant($"{year}")]), ("area", [Invariant($"District {number:00}")])),
            Answers = [new Answer("What do you propose?", null, "Something plain.")],
        };
    }

    private static Proposal Some(string id, string title, int? year) => new()
    {
        Id = id,
        Title = title,
        Year = year,
        SourcePath = id + ".md",
        ContentHash = new string('0', 64),
    };

    private static Dictionary<string, IReadOnlyList<string>> Facets(params (string Field, string[] Values)[] facets)
        => facets.ToDictionary(facet => facet.Field, IReadOnlyList<string> (facet) => facet.Values, StringComparer.Ordinal);
}
