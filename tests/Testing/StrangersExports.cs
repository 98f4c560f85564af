using System.Globalization;
using System.Text.Json;

namespace ProposalSearch.Testing;

/// <summary>Archives as programs and forms export them.</summary>
public static class StrangersExports
{
    private static readonly string[] Organizations = ["Open Lab e.V.", "Wikihaus", "Kollektiv 42"];
    private static readonly string[] Amounts =
        ["$5,000", "12,500", "50000 EUR", "€30.000", "$1,200.50", "2 500 €", "7.500 €", "15k", "unclear"];

    /// <summary>
    /// An interface's answer: the list lies below keys of its own, questions and answers are pairs, keys are a program's.
    /// </summary>
    public static TemporaryArchive Interface()
    {
        var submissions = Enumerable.Range(0, 18).Select(static at => new
        {
            id = 10_000 + at,
            createdAt = $"2021-05-{10 + at}T10:22:33.123Z",
            applicant = new
            {
                id = at % 5,
                name = $"Ann Lee {at % 4}",
                email = $"ann{at}@example.org",
                organisation = new { name = Organizations[at % 3], type = at % 2 == 0 ? "ngo" : "company" },
            },
            speakers = new[]
            {
                new { name = "Ada Byron", email = "ada@example.org", bio = $"Ada has written program {at}." },
                new { name = "Bob Ray", email = "bob@example.org", bio = "Bob builds." },
            },
            answers = new[]
            {
                new { question_id = "q1", question = "Project name", answer = $"A garden number {at}" },
                new { question_id = "q2", question = "What is the size of the grant that you ask for? (EUR)", answer = Amounts[at % 9] },
                new
                {
                    question_id = "q3",
                    question = "What obstacles do you anticipate?",
                    answer = $"It may rain on garden {at}, and nobody may come to dig or to sow.",
                },
            },
            isArchived = at % 3 == 0,
        });
        return new TemporaryArchive()
            .Write("export.json", JsonSerializer.Serialize(new { meta = new { page = 1, total = 18 }, data = new { submissions } }));
    }

    /// <summary>
    /// The answers to a form: a table with questions for headers, boxes that were ticked between commas, and who filled it in when.
    /// </summary>
    public static TemporaryArchive Responses()
    {
        var rows = Enumerable.Range(0, 30).Select(static at => Text(
            $"3/{1 + (at % 28)}/2022 10:22:{10 + at},ann{at}@example.org,Bright Futures {at % 4},Garden {at},")
                + Text($"\"{(at % 2 == 0 ? "Westside, Harbor" : "Old Mill")}\",{(at % 3 == 0 ? "Yes" : "No")},")
                + Text($"We will know by what grows in garden {at} and by asking those who come.,I agree"));
        return new TemporaryArchive().Write(
            "responses.csv",
            "Timestamp,Email Address,\"Organization name (legal name, as on your letter)\",Project title,"
                + "\"Which neighborhood(s) will you serve? (Check all that apply)\",Have you had a grant from us before?,"
                + "How will you know that it worked? *,I certify that this is true\n"
                + string.Join('\n', rows) + "\n");
    }

    /// <summary>A French town's list of grants: other words for the same, accents, a decimal comma.</summary>
    public static TemporaryArchive Subventions()
    {
        var rows = Enumerable.Range(0, 24).Select(static at => Text(
            $"2019-{at:000};Jardin partagé n° {at};La Ruche {at % 3};{1 + at:00}/05/2019;{1 + at} 200,00 €;")
                + Text($"{(at % 2 == 0 ? "Environnement" : "Culture")};{(at % 4 == 0 ? "oui" : "Non")};")
                + Text($"Le projet {at} vise à créer un jardin ouvert à tous les habitants du quartier."));
        return new TemporaryArchive().Write(
            "subventions.csv",
            "N° dossier;Intitulé du projet;Structure porteuse;Date de dépôt;Montant demandé;Thématique;Cofinancement;"
                + "Description du projet\n" + string.Join('\n', rows) + "\n");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
