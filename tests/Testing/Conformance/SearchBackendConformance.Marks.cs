using ProposalSearch.Search;
using Xunit;

namespace ProposalSearch.Testing.Conformance;

/// <summary>Marks: where a proposal has the words of a search, and what stands before and after it.</summary>
public abstract partial class SearchBackendConformance
{
    [Fact]
    public async Task Marks_OfASearch_StandInTitleAndEveryAnswer()
    {
        var index = Corpus();
        foreach (var hit in (await Search(index, "kitchen tools public")).Hits)
        {
            var proposal = (await index.FindAsync(hit.Id))!;
            var marks = (await index.MarkAsync(proposal, new SearchRequest { Text = "kitchen tools public" }, 0))!;

            Assert.Equal(proposal.Answers.Count, marks.Answers.Count);
            Assert.Equal(Marked(hit.Title, hit.TitleMatches), Marked(proposal.Title, marks.Title));
            foreach (var snippet in hit.Snippets.Where(snippet => snippet.AnswerIndex is not null))
            {
                var answer = Marked(proposal.Answers[snippet.AnswerIndex!.Value].Text, marks.Answers[snippet.AnswerIndex.Value]);
                Assert.Empty(Marked(snippet).Except(answer));
            }
        }
    }

    [Fact]
    public async Task Marks_OfAPlace_HaveTheHitsBeforeAndAfter()
    {
        var index = Index([.. Enumerable.Range(0, 5)
            .Select(number => Some.Proposal($"p{number}", string.Concat(Enumerable.Repeat("garden ", number + 1))))]);
        var request = new SearchRequest { Text = "garden" };
        var hits = (await index.SearchAsync(request)).Hits.Select(hit => hit.Id).ToList();
        for (var place = 1; place <= hits.Count; place++)
        {
            var marks = (await index.MarkAsync((await index.FindAsync(hits[place - 1]))!, request, place))!;

            Assert.Equal(hits.Count, marks.Total);
            Assert.Equal(place == 1 ? null : hits[place - 2], marks.Previous?.Id);
            Assert.Equal(place == hits.Count ? null : hits[place], marks.Next?.Id);
        }

        var elsewhere = (await index.MarkAsync((await index.FindAsync(hits[0]))!, request, 3))!;
        Assert.Equal((null, null), (elsewhere.Previous, elsewhere.Next));
    }

    [Fact]
    public async Task Marks_BesideBestBets_HaveTheHitsThatPagesShowBeforeAndAfter()
    {
        var index = BettingIndex(Bet("rent", "12", "00"));
        var request = new SearchRequest { Text = "rent", PerPage = 5 };
        var shown = new List<(string Id, int Place)>();
        for (var page = 1; page <= 3; page++)
        {
            shown.AddRange((await Search(index, request with { Page = page })).Hits
                .Select((hit, at) => (hit.Id, ((page - 1) * request.PerPage) + at + 1)));
        }

        for (var at = 0; at < shown.Count; at++)
        {
            var marks = (await index.MarkAsync((await index.FindAsync(shown[at].Id))!, request, shown[at].Place))!;

            Assert.Equal(at == 0 ? null : shown[at - 1].Id, marks.Previous?.Id);
            Assert.Equal(at == shown.Count - 1 ? null : shown[at + 1].Id, marks.Next?.Id);
        }
    }

    [Fact]
    public async Task Marks_OfWhatWasMeant_AreThoseOfTheCorrectedText()
    {
        var index = Index(Some.Proposal("a", "Poverty is here. poverty stays."));
        var marks = (await index.MarkAsync((await index.FindAsync("a"))!, new SearchRequest { Text = "povrety" }, 1))!;

        Assert.Equal(["Poverty", "poverty"], Marked("Poverty is here. poverty stays.", marks.Answers[0]));
    }

    [Fact]
    public async Task Marks_WithoutWords_AreNone()
    {
        var index = Corpus();
        var proposal = (await index.FindAsync((await index.SearchAsync(new SearchRequest())).Hits[0].Id))!;
        var marks = (await index.MarkAsync(proposal, new SearchRequest(), 1))!;

        Assert.Empty(marks.Title);
        Assert.All(marks.Answers, Assert.Empty);
        Assert.NotNull(marks.Next);
    }
}
