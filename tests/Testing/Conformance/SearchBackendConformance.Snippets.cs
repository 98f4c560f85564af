using ProposalSearch.Proposals;
using ProposalSearch.Search;
using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>Snippets: the passages that show why a proposal is here, each under its question.</summary>
public abstract partial class SearchBackendConformance
{
    /// <summary>How much longer than asked for a snippet may be, to end with a sentence or a word.</summary>
    private const int SnippetSlack = 80;

    [Fact]
    public async Task Snippet_OfAMatch_StandsUnderItsQuestion()
    {
        var hit = (await Search(Corpus(), "kitchen tools public")).Hits.Single(hit => !hit.Partial);
        var snippet = Assert.Single(hit.Snippets);

        Assert.Equal(("What will you do?", "plan", 1), (snippet.Question, snippet.QuestionId, snippet.AnswerIndex));
        Assert.Equal("Neighbors repair a bicycle together. The tools are public.", snippet.Text);
        Assert.Equal(["tools", "public"], Marked(snippet));
        Assert.Equal(["kitchen"], Marked(hit.Title, hit.TitleMatches));
    }

    [Fact]
    public async Task Snippet_OfAnInflectedWord_MarksTheWholeWordAsItStands()
    {
        var index = Index(Some.Proposal("a", "Colleges, a college's dean; COLLEGE. The collége."));
        var snippet = (await Search(index, "college")).Hits[0].Snippets[0];

        Assert.Equal(["Colleges", "college", "COLLEGE", "collége"],
            Marked(snippet).Select(marked => marked.Replace("'s", "", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Snippet_OfAPhrase_MarksItAsOneSpanAndItsWordsNowhereElse()
    {
        var index = Index(Some.Proposal("a", "Free music. We make free, loud music! Music is free. So: “free music” for all."));
        var snippet = (await Search(index, "\"free music\"")).Hits[0].Snippets[0];

        Assert.Equal(["Free music", "free music"], Marked(snippet));
    }

    [Fact]
    public async Task Snippet_OfAPatternAndAFuzzyWord_MarksWhatTheyFound()
    {
        var index = Index(Some.Proposal("a", "Educators educate in poverty."));

        Assert.Equal(["Educators", "educate"], Marked((await Search(index, "educat*")).Hits[0].Snippets[0]));
        Assert.Equal(["poverty"], Marked((await Search(index, "povrety~")).Hits[0].Snippets[0]));
    }

    [Fact]
    public async Task Snippet_OfAPatternOfManyWords_MarksThemAll()
    {
        var words = Enumerable.Range(0, 150).Select(number => $"zebra{number}").ToList();
        var metadata = Some.Metadata with { Questions = [new("need", "Need")] };
        var proposal = Some.Proposal("a") with
        {
            Title = "Zebra7, nothing else",
            Answers = [new("Why?", "need", string.Join(' ', words[..10])), new("How?", null, string.Join(' ', words))],
        };
        var index = Index(metadata, [proposal]);
        var hit = (await Search(index, new SearchRequest { Text = "zebra*", SnippetLength = 200 })).Hits[0];

        Assert.Equal(["Zebra7"], Marked(hit.Title, hit.TitleMatches));
        Assert.Equal([0, 1], hit.Snippets.Select(snippet => snippet.AnswerIndex).Distinct().Order());
        Assert.All(hit.Snippets, snippet => Assert.Equal(snippet.Text.Trim('…').Split(' '), Marked(snippet)));
        Assert.Equal(words[..10],
            Marked((await Search(index, new SearchRequest { Text = "z*", In = ["need"] })).Hits[0].Snippets.Single()));
    }

    [Fact]
    public async Task Snippet_WithAnExcludedWord_DoesNotMarkIt()
    {
        var index = Index(Some.Proposal("a", "Apples and pears."), Some.Proposal("b", "Apples and plums."));

        Assert.Equal(["Apples"], Marked((await Search(index, "apples -plums")).Hits.Single().Snippets[0]));
    }

    [Fact]
    public async Task Snippets_OfSeveralAnswers_ComeFromDifferentQuestionsFirst()
    {
        var index = Index(Some.Proposal("a", Long("maple", 12), "One maple stands here.", "Another maple stands there."));
        var snippets = (await Search(index, new SearchRequest { Text = "maple", Snippets = 3 })).Hits[0].Snippets;

        Assert.Equal([0, 1, 2], snippets.Select(snippet => snippet.AnswerIndex).Order());
    }

    [Fact]
    public async Task Snippets_OfOneLongAnswer_AreSeveralAndDoNotOverlap()
    {
        var text = Long("maple", 6);
        var snippets = await Maple(text, length: 120, most: 3);
        var stretches = snippets
            .Select(snippet => (Start: text.IndexOf(Verbatim(snippet.Text, text), StringComparison.Ordinal), snippet.Text.Length))
            .OrderBy(stretch => stretch.Start).ToList();

        Assert.Equal(3, snippets.Count);
        Assert.All(stretches.Zip(stretches.Skip(1)), pair => Assert.True(pair.First.Start + pair.First.Length <= pair.Second.Start));
    }

    [Fact]
    public async Task Snippets_WithAPassageThatHasAllWords_PutItFirst()
    {
        var index = Index(Some.Proposal("a", "An oak is a tree.", "The elm and the oak grow side by side.", "An elm is another tree."));

        Assert.Equal(1, (await Search(index, "oak elm")).Hits[0].Snippets[0].AnswerIndex);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Snippets_OfAHit_AreAtMostAsManyAsAskedFor(int most)
    {
        var hits = (await Search(
            Corpus(), new SearchRequest { Text = "survey OR river OR public OR poverty", Snippets = most, PerPage = 100 })).Hits;

        Assert.All(hits, hit => Assert.InRange(hit.Snippets.Count, Math.Min(most, 1), most));
    }

    [Fact]
    public async Task Snippets_OfAnEmptyQuery_ShowTheBeginning()
    {
        var index = Index(
            Some.Proposal("answer", "First things first. Then more."),
            Some.Proposal("bare"),
            Some.Proposal("summary", "The answer.") with { Summary = "In short." });
        var hits = (await Search(index, "")).Hits.ToDictionary(hit => hit.Id);

        Assert.Equal([new Snippet("Question 1?", null, 0, "First things first. Then more.", [])], hits["answer"].Snippets, Same);
        Assert.Equal([new Snippet("Summary", null, null, "In short.", [])], hits["summary"].Snippets, Same);
        Assert.Empty(hits["bare"].Snippets);
    }

    [Fact]
    public async Task Snippets_OfAnEmptyQuery_ShowWhatTellsMost()
    {
        var index = Index(
            Some.Proposal("a") with { Answers = [new Answer("Issue", null, "N/A"), new Answer("Abstract", "summary", "Kites for all.")] },
            Some.Proposal("b") with { Answers = [new Answer("Layer", null, "Roof"), new Answer("Why", "need", "No wind.")] },
            Some.Proposal("c") with
            {
                Answers = [new Answer("Layer", null, "Roof"), new Answer("Text", null, "We fly them over the old town.")],
            },
            Some.Proposal("d") with { Answers = [new Answer("Layer", null, "Roof")] });
        var hits = (await Search(index, "")).Hits.OrderBy(hit => hit.Id, StringComparer.Ordinal);

        Assert.Equal(["Kites for all.", "No wind.", "We fly them over the old town.", "Roof"], hits.Select(hit => hit.Snippets[0].Text));
    }

    [Fact]
    public async Task Snippets_OfAHitFoundByItsTitleOnly_ShowTheBeginning()
    {
        var hit = (await Search(Corpus(), "mapped")).Hits.Single();

        Assert.Equal(["mapped"], Marked(hit.Title, hit.TitleMatches));
        Assert.Equal("We publish a map of every neighborhood.", Assert.Single(hit.Snippets).Text);
    }

    [Fact]
    public async Task Snippet_AroundAMatch_BeginsAndEndsWithSentences()
    {
        var snippet = (await Maple(Long("maple", 1), length: 160))[0];

        Assert.StartsWith("Sentence ", snippet.Text, StringComparison.Ordinal);
        Assert.EndsWith(".", snippet.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Snippet_InASentenceWithoutEnd_IsCutBetweenWords()
    {
        var words = string.Join(' ', Enumerable.Range(0, 400).Select(number => $"word{number}"));
        var snippet = (await Maple(words + " maple " + words, length: 100))[0];

        Assert.Contains("maple", snippet.Text, StringComparison.Ordinal);
        Assert.InRange(snippet.Text.Length, 50, 100 + SnippetSlack);
        Assert.StartsWith("…", snippet.Text, StringComparison.Ordinal);
        Assert.EndsWith("…", snippet.Text, StringComparison.Ordinal);
        Assert.Contains($" {snippet.Text.Trim('…')} ", $" {words} maple {words} ", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Snippet_OfAWordWithoutEnd_IsBounded()
    {
        var endless = string.Concat(Enumerable.Repeat("🎉", 3000));
        var response = await Search(Index(Some.Proposal("a", "maple " + endless + " maple " + new string('x', 5000) + " maple")),
            new SearchRequest { Text = "maple", SnippetLength = 100 });

        Assert.NotEmpty(response.Hits[0].Snippets);
        Assert.All(response.Hits[0].Snippets, snippet => AssertWellFormed(snippet.Text));
        Assert.All(response.Hits[0].Snippets, snippet => Assert.InRange(snippet.Text.Length, 5, 100 + SnippetSlack));
    }

    [Fact]
    public async Task Snippets_OfRandomTexts_HoldWhatIsPromised()
    {
        string[] words =
        [
            "maple", "oak", "élan", "naïve", "🎉", "👩‍👩‍👧", "שלום", "مدرسة", "学校", "e\u0301clair", "don't", "self-help", "U.S.A.",
            "3.5", "(see", "below)", "x", "\u00a0", "—",
        ];
        string[] ends = [". ", "! ", "? ", "\n\n", "\n", ", ", " ", " ", " ", " ", " "];
        for (var seed = 1; seed <= 60; seed++)
        {
            var random = new Random(seed);
            var answers = Enumerable.Range(0, random.Next(1, 5))
                .Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 200))
                    .Select(_ => words[random.Next(words.Length)] + ends[random.Next(ends.Length)])) + "maple.")
                .ToArray();
            var proposal = Some.Proposal("a", answers) with
            {
                Summary = random.Next(2) == 0 ? "A maple, in short." : null,
                Title = "A maple 🎉 maple",
            };
            var request = new SearchRequest
            {
                Text = random.Next(2) == 0 ? "maple OR elan OR self-help" : "\"maple oak\" OR naive OR maple",
                SnippetLength = random.Next(40, 300),
                Snippets = random.Next(1, 6),
            };
            var hit = Assert.Single((await Search(Index(proposal), request)).Hits);

            AssertPromises(hit, proposal, request, $"seed {seed}");
        }
    }

    [Fact]
    public async Task Snippets_OfTheCorpus_HoldWhatIsPromised()
    {
        var index = Corpus();
        foreach (var text in ProposalCorpus.PlainWords
            .Concat(["", "survey* -free", "\"free of charge\"", "cafe creme", "a OR of", "swim~", "日本語 OR בית"]))
        {
            var request = new SearchRequest { Text = text, PerPage = 100 };
            foreach (var hit in (await Search(index, request)).Hits)
            {
                AssertPromises(hit, ProposalCorpus.Proposals.Single(proposal => proposal.Id == hit.Id), request, text);
            }
        }
    }

    private static void AssertPromises(Hit hit, Proposal proposal, SearchRequest request, string where)
    {
        Assert.True(hit.Snippets.Count <= request.Snippets, where);
        AssertSpans(hit.Title, hit.TitleMatches, where);
        foreach (var snippet in hit.Snippets)
        {
            var section = snippet.AnswerIndex is { } at ? proposal.Answers[at] : Unnumbered(proposal, snippet.Question);
            Assert.True(snippet.Question == section.Question && snippet.QuestionId == section.QuestionId, where);
            var verbatim = Verbatim(snippet.Text, section.Text);
            Assert.True(section.Text.Contains(verbatim, StringComparison.Ordinal),
                $"{where}: '{snippet.Text}' is not verbatim from its answer");
            Assert.True(verbatim == verbatim.Trim() && verbatim.Length > 0, $"{where}: '{snippet.Text}' has blanks around it");
            Assert.True(snippet.Text.Length <= request.SnippetLength + SnippetSlack, $"{where}: {snippet.Text.Length} characters");
            AssertWellFormed(snippet.Text);
            AssertSpans(snippet.Text, snippet.Matches, where);
            AssertWholeWords(section.Text, verbatim, where);
        }
    }

    /// <summary>A snippet's text without the signs that something was cut off.</summary>
    private static string Verbatim(string snippet, string text)
    {
        string[] readings = [snippet, snippet.TrimStart('…'), snippet.TrimEnd('…')];
        return Array.Find(readings, reading => text.Contains(reading, StringComparison.Ordinal)) ?? snippet.Trim('…');
    }

    private static Answer Unnumbered(Proposal proposal, string label) => new(label, null, label switch
    {
        "Title" => proposal.Title,
        "Summary" => proposal.Summary!,
        "Organization" => proposal.Organization!,
        _ => throw new InvalidOperationException($"'{label}' is no label of a section"),
    });

    private static void AssertSpans(string text, IReadOnlyList<TextSpan> spans, string where)
    {
        var end = 0;
        foreach (var span in spans)
        {
            Assert.True(span.Start >= end && span.Length > 0 && span.Start + span.Length <= text.Length,
                $"{where}: {span} after {end} in '{text}'");
            Assert.False(char.IsLowSurrogate(text[span.Start]), where);
            end = span.Start + span.Length;
            Assert.False(char.IsHighSurrogate(text[end - 1]), where);
        }
    }

    private static void AssertWholeWords(string text, string passage, string where)
    {
        var at = text.IndexOf(passage, StringComparison.Ordinal);
        var whole = false;
        while (at >= 0 && !whole)
        {
            var end = at + passage.Length;
            whole = (at == 0 || !(char.IsAsciiLetterOrDigit(text[at - 1]) && char.IsAsciiLetterOrDigit(text[at])))
                && (end == text.Length || !(char.IsAsciiLetterOrDigit(text[end - 1]) && char.IsAsciiLetterOrDigit(text[end])));
            at = text.IndexOf(passage, at + 1, StringComparison.Ordinal);
        }

        Assert.True(whole, $"{where}: '{passage}' cuts a word");
    }

    private static void AssertWellFormed(string text) =>
        Assert.All(text.EnumerateRunes(), rune => Assert.NotEqual(System.Text.Rune.ReplacementChar, rune));

    /// <summary>A text of sentences of about 50 characters, of which some have a word.</summary>
    private static string Long(string word, int times) => string.Join(' ', Enumerable.Range(0, times * 12).Select(number =>
        $"Sentence {number} goes on about {(number % 12 == 6 ? word : "nothing")} at some length."));

    private static IEnumerable<string> Marked(Snippet snippet) => Marked(snippet.Text, snippet.Matches);

    /// <summary>The snippets of a proposal with one answer, of a search for the maple in it.</summary>
    private async Task<IReadOnlyList<Snippet>> Maple(string answer, int length, int most = 3)
    {
        var request = new SearchRequest { Text = "maple", SnippetLength = length, Snippets = most };
        return (await Search(Index(Some.Proposal("a", answer)), request)).Hits[0].Snippets;
    }

    private static IEnumerable<string> Marked(string text, IReadOnlyList<TextSpan> spans) =>
        spans.Select(span => text.Substring(span.Start, span.Length));

    private static bool Same(Snippet left, Snippet right) =>
        (left with { Matches = [] }).ToString() == (right with { Matches = [] }).ToString() && left.Matches.SequenceEqual(right.Matches);
}
