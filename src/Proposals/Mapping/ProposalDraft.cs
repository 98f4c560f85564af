using ProposalSearch.Analysis.Forms;
using System.Text.RegularExpressions;
using ProposalSearch.Analysis.Text;
using ProposalSearch.Foundation.Texts;
using ProposalSearch.Proposals.Schema;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Proposals.Mapping;

/// <summary>A proposal in the making.</summary>
internal sealed partial class ProposalDraft(SourceRecord record, List<SourceFault> warnings)
{
    private const int LongestShown = 80;

    /// <summary>What has fewer letters and digits, such as <c>N/A</c>, says nothing.</summary>
    private const int LeastUnread = 3;

    /// <summary>A heading above the text that says something else than the title.</summary>
    private static readonly KeyPlan HeadingPlan = new()
    {
        Question = OwnQuestions.Heading,
        NormalizedQuestion = Wording.Normalize(OwnQuestions.Heading),
        IsAnswer = true,
    };

    private readonly Dictionary<FieldRole, (KeyPlan Plan, string Text)> _fields = [];
    private readonly List<(KeyPlan Plan, string Text)> _outranked = [];
    private readonly AnswerCollector _answers = new();
    private readonly DraftFacets _facets = new();
    private readonly DraftLinks _links = new();
    private readonly DraftPublication _publication = new(record, warnings);
    private readonly StatedValues _stated = new();
    private string? _bodyTitle;

    /// <summary>Takes a value for what the plan of its key says.</summary>
    public void Add(SourceEntry entry, KeyPlan plan)
    {
        _publication.Take(entry, plan);
        switch (plan.Field)
        {
            case FieldRole.Noise or FieldRole.Published or FieldRole.Draft:
                return;
            case FieldRole.Nested:
                // A text under a key that should hold questions is an answer itself.
                AddAnswer(plan, ValueText.Of(entry.Value));
                return;
        }

        if (plan is { Flag: { } flag, Facet: { } flagged })
        {
            AddFlag(flagged, flag, entry.Value);
            return;
        }

        var hasLinks = AddLinks(entry.Value, plan);
        var text = ValueText.Of(entry.Value);
        if (text.Length > 0 && plan.Facet is { } facet)
        {
            _facets.Add(facet, entry.Value);
            StateValues(facet, entry.Value);
            WarnOfNumbers(entry, facet);
            text = facet.Rule.Answer == FacetAnswer.Prose && plan.Field is null ? ValueText.Of(entry.Value, facet.IsProse) : text;
        }

        if (text.Length > 0)
        {
            AddText(entry, plan, text, hasLinks);
        }
    }

    /// <summary>Takes the addresses behind words of a value; true where it has any.</summary>
    private bool AddLinks(SourceValue value, KeyPlan plan)
    {
        if (value is SourceList list)
        {
            return list.Items.Aggregate(false, (any, item) => AddLinks(item, plan) || any);
        }

        if (value is not SourceText { Links.Count: > 0 } text)
        {
            return false;
        }

        foreach (var link in text.Links)
        {
            _links.Add(link.IsNamed ? link.Text : $"{plan.Question}: {link.Text}", link.Url);
            _stated.Add(link.Text);
        }

        return true;
    }

    private void AddAnswer(KeyPlan plan, string text)
    {
        if (text.Length > 0)
        {
            _answers.Add(plan, plan.Question, text);
        }
    }

    /// <summary>The title that a key states, unless it is a name for programs, such as <c>let_else</c>.</summary>
    public string? StatedTitle => Line(FieldRole.Title) is { } title && !IsWeak(title) ? title : null;

    /// <summary>
    /// Takes a title that the body states. It is the title where no key states one, or only a name for programs; else it is a text, unless
    /// it says the same.
    /// </summary>
    public void OfferTitle(string? title)
    {
        if (string.IsNullOrWhiteSpace(title) || Placeholders.IsNoName(title))
        {
            return;
        }

        if (Line(FieldRole.Title) is not { } stated)
        {
            _bodyTitle = title;
        }
        else if (StatedTitle is null)
        {
            _bodyTitle = title;
            AddAnswer(_fields[FieldRole.Title].Plan, stated);
        }
        else if (!Letters.Contain(stated, title))
        {
            AddHeading(title);
        }
    }

    /// <summary>Takes a heading that is no title and has no text of its own.</summary>
    public void AddHeading(string? heading) => AddAnswer(HeadingPlan, heading ?? "");

    private static bool IsWeak(string title)
        => !title.Contains(' ', StringComparison.Ordinal)
            && (title.AsSpan().ContainsAny('_', ':') || title.All(static letter => letter is < 'A' or > 'Z'));

    /// <summary>Takes a section of the body.</summary>
    public void AddSection(KeyPlan plan, string text) => _answers.Add(plan, plan.Question, text);

    /// <summary>Texts of keys that lost their field to a better key become answers, so that no text is lost.</summary>
    public void AddOutranked()
    {
        foreach (var (plan, text) in _outranked)
        {
            if (plan.Field is FieldRole.Title or FieldRole.Summary or FieldRole.Organization && !IsWinner(text))
            {
                _answers.Add(plan, plan.Question, text);
            }
        }
    }

    public Proposal Build(string id)
    {
        var year = Year();
        var summary = Text(FieldRole.Summary);
        return new Proposal
        {
            Id = id,
            Title = Title(),
            Summary = summary is null ? null : _answers.Find(summary)?.Text ?? summary,
            Organization = Line(FieldRole.Organization),
            OrganizationId = Line(FieldRole.OrganizationId),
            Year = year,
            Day = Day(year),
            Links = _links.ToList(),
            Image = Address(FieldRole.Image),
            Video = Address(FieldRole.Video),
            Facets = _facets.Build(year),
            Answers = _answers.ToList(),
            Published = _publication.IsPublished,
            PublicationStatement = _publication.Says,
            SourcePath = record.Path,
            ContentHash = record.Hash,
        };
    }

    private void AddText(SourceEntry entry, KeyPlan plan, string text, bool hasLinks)
    {
        if (plan.Field is { } field && !(plan.IsFallback && _fields.TryGetValue(field, out var held) && held.Plan.Rank <= plan.Rank))
        {
            SetField(field, plan, field == FieldRole.Organization ? NamesIn(text, plan) : text);
            AddStated(field, text);
            if (field == FieldRole.Year && (plan.IsFallback || SaysMoreThanTheYear(text)))
            {
                _answers.Add(plan, plan.Question, text);
            }
        }
        else if (plan.Link is not null && hasLinks)
        {
            AddAnswer(plan, NamedLinks.AreAll(entry.Value) ? "" : text);
        }
        else if (plan.Link is not null)
        {
            AddLink(entry.Value, plan, text);
        }
        else if (plan.IsAnswer && !Addresses.IsAddress(text))
        {
            // A number to refer by, such as SP-0001, answers no question.
            _answers.Add(plan.IsVerbatim || !Reference().IsMatch(text) ? plan : plan with { QuestionId = null }, plan.Question, text);
        }
        else if (plan.IsAnswer)
        {
            _links.Add(plan.Question, text);
        }
    }

    private void AddFlag(FacetNormalizer facet, string flag, SourceValue value)
    {
        if (_facets.AddFlag(facet.Rule.Definition, flag, value))
        {
            _stated.Add(flag);
        }
    }

    /// <summary>
    /// A facet of which no text is to be searched only filters; so does a name that is missing in a schema's list of names, since it may be
    /// anything.
    /// </summary>
    private void StateValues(FacetNormalizer facet, SourceValue value)
    {
        if (facet.Rule.Answer == FacetAnswer.Never)
        {
            return;
        }

        foreach (var text in ValueText.Items(value).Where(text => !facet.IsUnlistedName(text)))
        {
            _stated.Add(text);
        }
    }

    private void AddLink(SourceValue value, KeyPlan plan, string text)
    {
        var labels = LabelsOf(plan);
        Array.ForEach(labels, _stated.Add);
        if (!_links.TryAdd(plan, value, labels) && (plan.IsAnswer || ValueText.IsProse(text)))
        {
            _answers.Add(plan, plan.Link!.Label, text);
        }
        else
        {
            // Names of accounts, and what is no address.
            foreach (var name in ValueText.Items(value).Where(static item => !Addresses.TryRead(item, null, out _)))
            {
                _stated.Add(name);
            }
        }
    }

    private void AddStated(FieldRole field, string text)
    {
        if (field == FieldRole.Year)
        {
            _stated.Add(text);
        }
        else if (field == FieldRole.Organization)
        {
            _stated.AddAccounts(text);
        }
    }

    /// <summary>What else the file states that none of these texts has, on a line each.</summary>
    public string StatedBeside(IReadOnlyCollection<string> texts) => _stated.Missing(texts);

    /// <summary>Who proposes: names on a line each, or with handles and addresses of mail, are the names.</summary>
    private static string NamesIn(string text, KeyPlan plan)
        => plan.Facet?.Rule.Split == FacetRule.SplitPeople || text.AsSpan().ContainsAny('@', '\n')
            ? string.Join(", ", People.Names(text))
            : text;

    /// <summary>A day and a month are shown too.</summary>
    private static bool SaysMoreThanTheYear(string text) => DateText.IsDate(text) || DateText.IsLoose(text);

    [GeneratedRegex(@"^(?:\p{L}{1,6}[-_/# ]|#)\d+(?:[-_/.]\d+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();

    private string[] LabelsOf(KeyPlan plan) => plan.LinkLabels is null
        ? []
        : [.. record.Entries.Where(entry => entry.Key == plan.LinkLabels).SelectMany(static entry => ValueText.Items(entry.Value))];

    private void SetField(FieldRole field, KeyPlan plan, string text)
    {
        text = field is FieldRole.Image or FieldRole.Video ? Addresses.First(text) ?? text : text;
        var isOfUse = field switch
        {
            FieldRole.Image or FieldRole.Video => Addresses.TryReadWhole(text, out _),
            FieldRole.Year => DateText.YearOf(text) is not null,
            FieldRole.Title or FieldRole.Summary or FieldRole.Organization => !Placeholders.IsNoName(text),
            _ => true,
        };
        if (!isOfUse)
        {
            AddUnread(field, plan, text);
            return;
        }

        if (_fields.TryGetValue(field, out var held) && held.Plan.Rank <= plan.Rank)
        {
            _outranked.Add((plan, text));
            return;
        }

        if (held.Plan is not null)
        {
            _outranked.Add(held);
        }

        _fields[field] = (plan, text);
    }

    /// <summary>What was typed where a year or an address should stand is a text, so that it is not lost.</summary>
    private void AddUnread(FieldRole field, KeyPlan plan, string text)
    {
        if (field == FieldRole.Year && Letters.AreAtLeast(text, LeastUnread))
        {
            _answers.Add(plan, plan.Question, text);
            warnings.Add(new SourceFault(
                record.Path,
                record.Line,
                $"'{plan.Question}' is '{ShortText.Of(text, LongestShown)}', and no year can be told from it; it is searched as text.",
                "Write a year, such as 2019, or a day of it."));
        }
        else if (field != FieldRole.Year && ValueText.IsProse(text))
        {
            _answers.Add(plan, plan.Question, text);
        }
    }

    private bool IsWinner(string text) => _fields.Values.Any(winner => Letters.Same(winner.Text, text));

    private void WarnOfNumbers(SourceEntry entry, FacetNormalizer facet)
    {
        foreach (var text in ValueText.Items(entry.Value).Where(facet.IsUnreadable))
        {
            var (key, value) = (ShortText.Of(entry.Key, LongestShown), ShortText.Of(text, LongestShown));
            warnings.Add(new SourceFault(
                record.Path,
                entry.Line > 0 ? entry.Line : null,
                $"'{key}' is '{value}', and no number can be told from it; it is searched as text.",
                "Write one number, such as 1,200, or leave it."));
        }
    }

    private string Title()
    {
        if (Line(FieldRole.Title) is { } title && (_bodyTitle is null || !IsWeak(title)))
        {
            return title;
        }

        if (record.Number is not null && _bodyTitle is null && Line(FieldRole.Organization) is { } proposer)
        {
            return proposer;
        }

        var name = NameOf(record.Stem);
        var fallback = _bodyTitle ?? Spelled(name) ?? Wording.Label(TypedText.Of(name));
        return record.Number is { } number ? FormattableString.Invariant($"{fallback} {number}") : fallback;
    }

    /// <summary>Who proposes, where the file is named after it: the name of a file lacks its accents and capitals.</summary>
    private string? Spelled(string name)
        => Line(FieldRole.Organization) is { } stated && Letters.Same(Folding.Of(stated), Folding.Of(name)) ? stated : null;

    /// <summary>The name of a file, or that of its folder where the file is the <c>index</c> of it.</summary>
    private static string NameOf(string stem)
    {
        var parts = stem.Split('/');
        return parts is [.., var folder, var last] && last.ToUpperInvariant() is "INDEX" or "README" ? folder : parts[^1];
    }

    private DateOnly? Day(int? year)
        => _fields.TryGetValue(FieldRole.Year, out var held) && DayText.Of(held.Text, held.Plan.DayOrder) is { } day && day.Year == year
            ? day
            : null;

    private int? Year()
        => (Text(FieldRole.Year) is { } text ? DateText.YearOf(text) : null) ?? record.NamedYear ?? Years.InPath(record.Path);

    private string? Text(FieldRole field) => _fields.TryGetValue(field, out var held) ? held.Text : null;

    private string? Line(FieldRole field)
        => Text(field) is { } text && AnswerText.CleanLine(text.Replace('\n', ' ')) is { Length: > 0 } line ? line : null;

    private string? Address(FieldRole field)
        => Text(field) is { } text && Addresses.TryReadWhole(text, out var url) ? url : null;
}
