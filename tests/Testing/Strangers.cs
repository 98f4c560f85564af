using System.Globalization;
using System.Text.Json;

namespace ProposalSearch.Testing;

/// <summary>
/// Small archives as strangers have them, made up in the spirit of conferences, programming languages, cities and crowds.
/// </summary>
public static class Strangers
{
    private static readonly string[] Names = ["Ada Byron", "Grace Murray", "Alan Mathison", "Edsger Wybe", "Barbara Huber", "Tony Hoare"];

    /// <summary>Proposals of conference talks, a YAML file each.</summary>
    public static TemporaryArchive Talks()
    {
        var archive = new TemporaryArchive();
        for (var talk = 0; talk < 12; talk++)
        {
            archive.Write($"talks/{talk:00}.yml", Text($"""
                talk_title: How we made service number {talk} boring
                speaker: {Names[talk % 6]}
                company: {(talk % 2 == 0 ? "Analytical Engines" : "Naval Computing")}
                session_format: {(talk % 3 == 0 ? "Workshop" : "Talk")}
                experience_level: {(talk % 3) switch { 0 => "Beginner", 1 => "Intermediate", _ => "Advanced" }}
                tags: "{(talk % 2 == 0 ? "testing, tooling" : "tooling, operations")}"
                abstract: In this talk we show how service number {talk} was rewritten, what broke on the way, and what it taught us.
                What will the audience take away?: They learn to leave things number {talk} alone.
                submitted_at: {(2019 + (talk % 3))}-02-{10 + talk}
                slides_url: https://example.org/slides/{talk}
                status: {(talk % 4 == 0 ? "accepted" : "rejected")}
                """));
        }

        return archive;
    }

    /// <summary>Requests for comments of a programming language: Markdown with a list of fields at the top.</summary>
    public static TemporaryArchive Requests()
    {
        var archive = new TemporaryArchive();
        for (var request = 1; request <= 12; request++)
        {
            archive.Write($"text/{request:0000}-feature.md", Text($"""
                ---
                feature_name: feature_{request}
                rfc_pr: https://example.org/pulls/{request}
                start_date: 2018-0{1 + (request % 9)}-15
                authors: {Names[request % 6]}, {Names[(request + 1) % 6]}
                ---

                # Summary

                Add feature {request} to the language, so that programs become shorter.

                # Motivation

                Programs are too long, as example {request} shows in several lines of text.

                # Guide-level explanation

                Explain the feature {request} as if it were there.

                # Drawbacks

                There is more to learn, and more to get wrong {request}.

                # Prior art

                Other languages have it, in {request} forms.
                """));
        }

        return archive;
    }

    /// <summary>A city's participatory budget: one table.</summary>
    public static TemporaryArchive Budget()
    {
        var rows = Enumerable.Range(0, 20).Select(static row => Text(
            $"PB-{100 + row},\"Benches for park {row}\",\"{(row % 2 == 0 ? "Parks & Recreation" : "Streets")}\",")
                + Text($"District {1 + (row % 4)},\"${25_000 * (1 + (row % 4)):N0}\",{200 + (7 * row)},")
                + Text($"{(row % 3 == 0 ? "Yes" : "No")},2021,")
                + Text($"\"Residents of block {row} ask for benches where they can rest, since there are none now.\""));
        return new TemporaryArchive().Write(
            "projects.csv",
            "Project ID,Project Title,Category,Council District,Estimated Cost,Votes,Funded?,Fiscal Year,Description\n"
                + string.Join('\n', rows) + "\n");
    }

    /// <summary>Campaigns of a crowd-funding site: one JSON list, with mappings within.</summary>
    public static TemporaryArchive Campaigns()
    {
        var campaigns = Enumerable.Range(0, 12).Select(static at => new
        {
            id = 9000 + at,
            name = $"Campaign {at}: a better lamp",
            blurb = $"A lamp number {at} that knows when you read and when you sleep, made of wood.",
            goal = 5000 * (1 + (at % 3)),
            creator = new { name = Names[at % 6], id = 100 + at },
            location = new { name = at % 2 == 0 ? "Lisbon" : "Porto", country = "PT" },
            category = new { name = at % 2 == 0 ? "Design" : "Technology", slug = at % 2 == 0 ? "design" : "technology" },
            state = at % 3 == 0 ? "successful" : "failed",
            launched_at = 1_488_500_000 + (at * 864_000),
            risks = $"The wood of lamp {at} may be late, and the electronics may not pass their tests in time.",
        });
        return new TemporaryArchive().Write("campaigns.json", JsonSerializer.Serialize(campaigns));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
