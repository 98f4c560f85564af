using ProposalSearch.Proposals;
using ProposalSearch.Search;

namespace ProposalSearch.Testing.InMemory;

/// <summary>Words of a query, and where they stand in proposals. A text in quotes is one word; capitals do not matter.</summary>
internal sealed class InMemoryQuery
{
    public InMemoryQuery(SearchRequest request)
    {
        Request = request;
        var parts = request.Text.Split('"');
        Words = [.. parts.SelectMany((part, at) => at % 2 == 1 ? [part.Trim()] : part.Split(' ')).Where(word => word.Any(char.IsLetterOrDigit)).Distinct()];
    }

    public SearchRequest Request { get; }

    public IReadOnlyList<string> Words { get; }

    public bool HasAll(Proposal proposal) => Words.All(word => Has(proposal, word));

    public bool HasAny(Proposal proposal) => Words.Count == 0 || Words.Any(word => Has(proposal, word));

    public double Score(Proposal proposal)
        => Words.Sum(word => Sections(proposal).Sum(section => Spans(section.Text, [word]).Count * (section.Question == "Title" ? 3.0 : 1.0)));

    public Hit Hit(Proposal proposal) => new()
    {
        Id = proposal.Id,
        Title = proposal.Title,
        TitleMatches = Spans(proposal.Title, Words),
        Summary = proposal.Summary,
        Organization = proposal.Organization,
        Year = proposal.Year,
        Image = proposal.Image,
        Score = Score(proposal),
        Facets = proposal.Facets,
        Snippets = [.. Snippets(proposal)],
        MissingWords = [.. Words.Where(word => !Has(proposal, word))],
        Source = proposal.SourcePath,
        Explanation = Request.Explain ? new ScoreExplanation(Score(proposal), "words counted, those of the title three times", []) : null,
    };

    private bool Has(Proposal proposal, string word) => Sections(proposal).Any(section => Spans(section.Text, [word]).Count > 0);

    private IEnumerable<Snippet> Sections(Proposal proposal)
    {
        Snippet[] all =
        [
            new("Title", QuerySections.Title, null, proposal.Title, []),
            new("Summary", QuerySections.Summary, null, proposal.Summary ?? "", []),
            new("Organization", QuerySections.Organization, null, proposal.Organization ?? "", []),
            .. proposal.Answers.Select((answer, at) => new Snippet(answer.Question, answer.QuestionId, at, answer.Text, [])),
        ];
        return Request.In.Count == 0 ? all : all.Where(section => section.QuestionId is not null && Request.In.Contains(section.QuestionId));
    }

    private IEnumerable<Snippet> Snippets(Proposal proposal)
    {
        var sections = Sections(proposal).Where(section => section.Question != "Title" && section.Text.Length > 0);
        var shown = Words.Count == 0 ? sections.Take(1) : sections.Where(section => Spans(section.Text, Words).Count > 0);
        return shown.Take(Request.Snippets).Select(Cut);
    }

    private Snippet Cut(Snippet section)
    {
        var first = Spans(section.Text, Words).Select(span => span.Start).FirstOrDefault();
        var start = Math.Max(0, first - (Request.SnippetLength / 3));
        var text = section.Text.Substring(start, Math.Min(Request.SnippetLength, section.Text.Length - start));
        return section with { QuestionId = section.AnswerIndex is null ? null : section.QuestionId, Text = text, Matches = Spans(text, Words) };
    }

    private static List<TextSpan> Spans(string text, IReadOnlyList<string> words)
    {
        var spans = new List<TextSpan>();
        for (var at = 0; at < text.Length;)
        {
            var here = words.Select(word => new TextSpan(text.IndexOf(word, at, StringComparison.OrdinalIgnoreCase), word.Length)).Where(span => span.Start >= 0)
                .OrderBy(span => span.Start).FirstOrDefault();
            if (here.Length == 0)
            {
                break;
            }

            spans.Add(here);
            at = here.Start + here.Length;
        }

        return spans;
    }
}
