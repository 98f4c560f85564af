using System.Globalization;
using ProposalSearch.Proposals;
using ProposalSearch.Search;

namespace ProposalSearch.Testing.Conformance;

/// <summary>
/// Twenty proposals that every reader of the conformance suite learns. Small enough to know, with what is awkward in real ones:
/// no year, no category, several areas, accents, other scripts, the same sentence twice, a question without a canonical one.
/// </summary>
/// <remarks>
/// The words of <see cref="PlainWords"/> stand in it in one form only, so that a search for them can be told from the bare
/// text, whatever an engine does about inflection.
/// </remarks>
public static class ProposalCorpus
{
    private const string Need = "Why is this needed?";
    private const string OldNeed = "What problem do you want to solve?";
    private const string Plan = "What will you do?";
    private const string Evaluation = "How will you measure success?";
    private const string Partners = "Who are your partners?";

    /// <summary>Words that stand in the corpus in one form only.</summary>
    public static IReadOnlyList<string> PlainWords { get; } =
        ["poverty", "river", "garden", "music", "youth", "college", "neighborhood", "free", "public", "nowhere"];

    /// <summary>Facets year, category and area; questions need, plan and evaluation.</summary>
    public static IndexMetadata Metadata { get; } = new()
    {
        Fingerprint = "corpus",
        Facets = [new("year", "Year", FacetType.Number), new("category", "Category", FacetType.Text), new("area", "Area", FacetType.Text)],
        Questions = [new("need", "Need"), new("plan", "Plan"), new("evaluation", "Evaluation")],
    };

    /// <summary>All of them, in no particular order.</summary>
    public static IReadOnlyList<Proposal> Proposals { get; } =
    [
        Make("2013/tutors", "After-school tutors", 2013, "learn", ["East LA", "Central LA"], "Eastside Learners",
            (Need, "need", "Poverty keeps a child from college. A tutor is not available in most of the Eastside."),
            (Plan, "plan", "Students of the local college tutor every afternoon, free of charge."),
            (Evaluation, "evaluation", "We survey each child twice a year.")),
        Make("2013/bicycles", "bicycle kitchen", 2013, "connect", ["East LA"], "Spoke & Wheel",
            (OldNeed, "need", "A bicycle is freedom for those without a car."),
            (Plan, "plan", "Neighbors repair a bicycle together. The tools are public.")),
        Make("2013/mural", "Mural Mile", 2013, "create", ["Downtown"], "Wall Writers",
            (OldNeed, "need", "The walls along the river are gray."),
            (Plan, "plan", "Twelve artists paint a mile of the river, one wall a month.")),
        Make("2013/tools", "A library of tools", 2013, null, ["Central LA"], null,
            (Plan, "plan", "Borrow a drill as you borrow a book."),
            ("Anything else?", null, "The tools are not yet available on Sundays.")),
        Make("2013/swim", "Swim the river", 2013, "play", ["Downtown", "East LA"], "River Friends",
            (OldNeed, "need", "Nobody swims where the river was paved."),
            (Plan, "plan", "We clean a stretch of the river and open it to the public."),
            (Evaluation, "evaluation", "Water samples every week.")),
        Make("2014/farm", "Urban farm", 2014, "live", ["South LA"], "Green Block",
            (Need, "need", "Fresh food is hard to find near the community garden"),
            (Plan, "plan", "center of our work is a farm on a vacant lot, and a garden for each school."),
            (Evaluation, "evaluation", "We weigh what each garden yields.")),
        Make("2014/poverty", "Poverty, mapped", 2014, "learn", ["South LA", "Central LA"], "Open Data LA",
            (Plan, "plan", "We publish a map of every neighborhood.")),
        Make("2014/band", "Brass for all", 2014, "create", ["South LA"], "Sound School",
            (Need, "need", "Music left the schools. Few families can pay for it."),
            (Plan, "plan", "We lend a horn to any youth who asks, and teach music in the park, free of charge."),
            (Evaluation, "evaluation", "We count concerts.")),
        Make("2014/clinic", "Night clinic", 2014, "live", ["East LA"], "Open Door",
            (Need, "need", "Illness and poverty go together: who misses a shift for a doctor may lose the job."),
            (Plan, "plan", "A clinic that opens when work ends."),
            (Evaluation, "evaluation", "A survey of each visitor, and a count of visits that a hospital was spared.")),
        Make("2014/swim-again", "Swim the river", 2014, "play", ["Downtown"], "River Friends",
            (Plan, "plan", "We open a second stretch of the river.")),
        Make("2015/college-bus", "The college bus", 2015, "learn", ["South LA"], "Eastside Learners",
            (Need, "need", "Many a youth has never seen a college."),
            (Plan, "plan", "A bus visits one college a week. College, college, college: it should be a familiar word."),
            (Evaluation, "evaluation", "How many apply.")),
        Make("2015/cafe", "Élan café", 2015, "connect", ["Downtown"], "Société générale d'amis",
            (Need, "need", "Old and young rarely meet."),
            (Plan, "plan", "A café where both cook: crème brûlée, naïve art and résumés."),
            (Partners, null, "日本語学校 and בית ספר and مدرسة 🎺🎉.")),
        Make("2015/choir", "Élan choir", 2015, "create", ["Central LA"], null,
            (Plan, "plan", "Music on the steps of each public library."),
            (Evaluation, "evaluation", "We ask the public.")),
        Make("2015/rent", "Rent school", 2015, null, [], "Tenants Together",
            (Need, "need", "Rent takes half of what a family earns. Rent is the shortest way into poverty."),
            (Plan, "plan", "Evening classes on the law of rent.")),
        Make("2016/garden", "Garden on the roof", 2016, "live", ["Downtown"], "Green Block",
            (Need, "need", "The neighborhood has no garden. The neighborhood has no shade. The neighborhood has no bench."),
            (Plan, "plan", "A garden on the roof of the public market."),
            (Evaluation, "evaluation", "Temperature, before and after.")),
        Make("2016/youth-court", "Youth court", 2016, "connect", ["South LA"], "Second Chance",
            (Need, "need", "A first mistake should not be the last chance."),
            (Plan, "plan", "Youth judge youth, with a lawyer at hand."),
            (Evaluation, "evaluation", "We follow each youth for a year and survey the family.")),
        Make("2016/music-bus", "Music bus", 2016, "create", ["East LA", "South LA"], "Sound School",
            (Plan, "plan", "A bus full of horns. Music comes to the neighborhood that has none."),
            (Evaluation, "evaluation", "A survey after each stop, free of names.")),
        Make("undated/archive", "An archive without a year", null, "learn", ["Central LA"], "Open Data LA",
            (Plan, "plan", "Every proposal, public and free, in one place.")),
        Make("undated/bench", "Bench", null, null, [], null,
            (Plan, "plan", "One bench in each neighborhood.")),
        Make("undated/ábaco", "Ábaco", null, "play", ["East LA"], "Niños y Números",
            (Plan, "plan", "Aprender matemáticas en el jardín.")),
    ];

    private static Proposal Make(
        string id,
        string title,
        int? year,
        string? category,
        string[] areas,
        string? organization,
        params (string Question, string? Id, string Text)[] answers)
    {
        var facets = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (year is { } known)
        {
            facets["year"] = [known.ToString(CultureInfo.InvariantCulture)];
        }

        if (category is not null)
        {
            facets["category"] = [category];
        }

        if (areas.Length > 0)
        {
            facets["area"] = areas;
        }

        return Some.Proposal(id) with
        {
            Title = title,
            Organization = organization,
            Year = year,
            Facets = facets,
            Answers = [.. answers.Select(answer => new Answer(answer.Question, answer.Id, answer.Text))],
        };
    }
}
