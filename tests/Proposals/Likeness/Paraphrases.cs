using System.Text.RegularExpressions;

namespace ProposalSearch.Proposals.Tests.Likeness;

/// <summary>
/// Wordings said otherwise, by rule: words replaced by synonyms, clauses turned round, another year, another category, another case. The
/// synonyms are those that WordNet 3.1 has in the first senses of each word, as far as a form could have them, and not the schema's list,
/// though both know some of the same words.
/// </summary>
internal sealed partial class Paraphrases(Random random, double share, Func<string, bool>? mayUse = null)
{
    private static readonly string[] Categories = ["LEARN", "create", "Play", "CONNECT", "Live"];

    private static readonly Dictionary<string, string[]> Synonyms = Read("""
        achievements: accomplishments attainments
        important: significant crucial
        organization: organisation establishment
        organizations: organisations establishments
        partners: cooperators collaborators
        partner: cooperating
        collaborators: cooperators partners
        identify: name
        explain: explicate clarify
        evaluate: assess appraise judge
        measure: quantify gauge
        success: achievement prosperity
        benefit: profit
        describe: depict portray
        plan: intend
        use: employ utilize
        resources: assets means
        change: alteration modification
        proposal: proposition submission
        project: undertaking task
        idea: thought
        improve: better ameliorate
        detail: particulars
        metrics: measurements standards
        help: aid assist
        succeed: prosper
        areas: regions districts
        area: region district
        working: operating
        collaborating: cooperating
        impact: affect
        impacted: affected touched
        define: specify delineate
        activation: undertaking
        launch: establish start
        mobilize: rally summon
        engage: involve
        hope: wish trust
        need: demand requirement
        responding: reacting replying
        stage: phase
        innovation: invention
        people: persons individuals
        broader: wider
        specific: particular
        role: function part
        value: worth
        list: enumerate name
        goal: aim objective
        barriers: roadblocks hurdles
        challenges: difficulties
        anticipate: expect foresee
        strategy: scheme
        ensuring: guaranteeing
        implement: execute
        implementation: execution
        implementing: executing
        lessons: teachings
        achievable: attainable doable
        issue: matter topic
        address: handle tackle
        support: back sustain
        different: changed
        evidence: proof grounds
        understanding: apprehension grasp
        program: programme
        initiative: enterprise
        sentence: statement
        applying: asking
        approximately: roughly about
        directly: immediately
        work: labor
        community: public
        """);

    /// <summary>The wording, said otherwise.</summary>
    public string Of(string wording)
    {
        var text = Word().Replace(wording, match =>
            random.NextDouble() < share && Others(match.Value) is { Length: > 0 } others
                ? others[random.Next(others.Length)]
                : match.Value);
        text = Category().Replace(text, _ => Categories[random.Next(Categories.Length)]);
        text = Year().Replace(text, match => match.Value + random.Next(30, 70));
        text = random.Next(4) switch
        {
            0 => LeadLast().Replace(text, "$3: $1$2"),
            1 => PhraseFirst().Replace(text, "$2, $1"),
            2 => $"({random.Next(2014, 2026)}) {text}",
            _ => text,
        };
        return random.Next(5) == 0 ? text.ToUpperInvariant() : text;
    }

    private string[] Others(string word)
        => Synonyms.TryGetValue(word.ToLowerInvariant(), out var others) ? [.. others.Where(other => mayUse is null || mayUse(other))] : [];

    private static Dictionary<string, string[]> Read(string list) => list
        .Split('\n', StringSplitOptions.TrimEntries)
        .Select(static line => line.Split(": "))
        .ToDictionary(static pair => pair[0], static pair => pair[1].Split(' '), StringComparer.Ordinal);

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(create|learn|play|connect|live)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Category();

    [GeneratedRegex(@"(?<=\byear )20\d\d")]
    private static partial Regex Year();

    [
        GeneratedRegex(
            "^(Please |)(describe|depict|portray|explain|explicate|clarify|identify|name|list|enumerate) (.*?)[.?]*$",
            RegexOptions.IgnoreCase),
    ]
    private static partial Regex LeadLast();

    [GeneratedRegex("^(.*) ((?:to|for|of|in|on|regarding) .*?)[.?]*$")]
    private static partial Regex PhraseFirst();
}
