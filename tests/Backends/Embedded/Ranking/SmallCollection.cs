using ProposalSearch.Testing;

namespace ProposalSearch.Backends.Embedded.Tests.Ranking;

/// <summary>
/// A few proposals and questions about them, each with a trap: words of asking that stand in other proposals, other forms of a word, a
/// phrase whose words are scattered, a word that matters enough to be said twice.
/// </summary>
internal static class SmallCollection
{
    private static readonly (string Id, string Title, string Text)[] Documents =
    [
        ("arts", "Murals on every block", "We paint murals with neighbors. The arts bring a block together, and the arts last."),
        (
            "art",
            "The art of asking",
            "What do you need? How do you ask for it? Asking is an art that we teach to those who need it, whoever they are."),
        ("garden", "Garden of the river", "A community garden beside the river, watered by rain that we collect."),
        ("gardens", "Gardens on roofs", "Gardens grow on flat roofs of schools. Each garden cools the rooms below it."),
        ("after", "After the bell", "An after-school club for homework and music, open until six on weekdays."),
        ("school", "School buses that run clean", "Electric buses for each school. After a year, each school saves money."),
        ("housing", "Homes first", "Housing for people without homes: permanent housing, then work, then health."),
        ("house", "A house of stories", "In an old house, elders tell their stories to children, who write them down."),
        (
            "health",
            "Clinics on wheels",
            "A van brings doctors to people without a clinic nearby. Health care comes to them; health records follow."),
        ("food", "Fresh food for corner stores", "We help corner stores to sell fresh food. Healthy food is near, and costs less."),
        ("bikes", "Bikes for all", "Repair of bikes, and lessons, for people who cannot afford a car. What would you do without one?"),
        ("voting", "Your first vote", "Students register to vote, and learn how the city decides. How could it not matter to you?"),
    ];

    private static readonly (string Query, string Relevant)[] Questions =
    [
        ("the arts", "arts"),
        ("what would bring the arts to neighbors?", "arts"),
        ("gardens", "gardens,garden"),
        ("how do you grow a garden on a roof", "gardens"),
        ("after-school music", "after"),
        ("what happens after school: a club, homework?", "after"),
        ("housing, permanent housing, for those who need housing", "housing"),
        ("where could people find health care when there is no clinic?", "health"),
        ("why do some stores not sell \"healthy food\" and how can they", "food"),
        ("how could you get students to register for voting?", "voting"),
        ("house", "house,housing"),
    ];

    /// <summary>The collection.</summary>
    public static JudgedCollection Judged { get; } = new(
        [.. Documents.Select(document => Some.Proposal(document.Id, document.Text) with { Title = document.Title })],
        Questions.ToDictionary(question => question.Query, question => question.Query),
        Questions.SelectMany(
            question => question.Relevant.Split(',').Select(id => (question.Query, id))).ToLookup(pair => pair.Query, pair => pair.id));
}
