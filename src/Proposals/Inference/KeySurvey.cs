using System.Runtime.InteropServices;
using ProposalSearch.Proposals.Mapping;
using ProposalSearch.Proposals.Schema;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Proposals.Inference;

/// <summary>All keys of an archive: those that the schema knows, and the values of the others.</summary>
internal sealed class KeySurvey(SchemaKeys keys)
{
    /// <summary>The plans of all keys that were seen; <see langword="null"/> for those that the schema does not know.</summary>
    private readonly Dictionary<string, KeyPlan?> _plans = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KeyValues> _unknown = new(StringComparer.Ordinal);
    private readonly Dictionary<FieldRole, int> _taken = [];
    private readonly Dictionary<string, int> _headings = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> _naming = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DayOrderCount> _dayOrders = new(StringComparer.Ordinal);
    private int _withHeadings;

    /// <summary>The plans of keys that the schema knows.</summary>
    public IEnumerable<(string Key, KeyPlan Plan)> Known
        => _plans.Where(static pair => pair.Value is not null).Select(static pair => (pair.Key, pair.Value!));

    /// <summary>The values of the keys that it does not know, in the ordinal order of the keys.</summary>
    public IReadOnlyCollection<KeyValues> Unknown => [.. _unknown.Values.OrderBy(static values => values.Key, StringComparer.Ordinal)];

    /// <summary>How many files fill a field by a key of the schema.</summary>
    public IReadOnlyDictionary<FieldRole, int> Taken => _taken;

    public FacetTexts FacetTexts { get; } = new();

    /// <summary>Records looked at.</summary>
    public int Records { get; private set; }

    /// <summary>Those of them that are one of several of their file.</summary>
    public int Numbered { get; private set; }

    /// <summary>What is known of the headings of the archive.</summary>
    public ArchiveHeadings Headings => new(_headings, _withHeadings) { AsksForTitle = KeyHints.AsksForTitle };

    /// <summary>Whether the schema takes a key for the title that holds people in some archives: <c>name</c>.</summary>
    public bool IsDoubtful(string key) => PlanOf(key) is not null;

    /// <summary>Whether more of the keys of a record are those of records that were added than are not.</summary>
    public bool IsAlike(RecordLook look)
    {
        var own = look.Keys.Where(key => !IsOfDates(key)).ToList();
        return own.Count == 0 || own.Count(_seen.Contains) * 2 > own.Count;
    }

    /// <summary>Which of two numbers is the day in the dates of a key.</summary>
    public DayOrder DayOrderOf(string key) => _dayOrders.TryGetValue(key, out var count) ? count.Order : DayOrder.Unknown;

    /// <summary>Looks at a record, and learns the plans of its keys; it counts once it is added.</summary>
    public RecordLook Look(SourceRecord record)
    {
        var unknown = new List<(string Key, ValueLook[] Values)>();
        var facets = new List<(string Key, string[] Texts)>();
        var taken = new List<FieldRole>();
        var isNamed = false;
        foreach (var entry in record.Entries)
        {
            var plan = PlanOf(entry.Key);
            if (plan is null || IsDoubtful(entry.Key, plan))
            {
                var looks = ValueLook.Of(entry.Value);
                unknown.Add((entry.Key, looks));
                isNamed |= looks.Length > 0 && NamesARecord(entry.Key);
            }

            if (plan is { Facet: not null, Flag: null } or { Field: FieldRole.Year })
            {
                facets.Add((entry.Key, FacetTexts.Of(entry.Value)));
            }

            if (plan?.Field is { } field && entry.Value is not SourceText { Text.Length: 0 })
            {
                taken.Add(field);
                isNamed |= field is FieldRole.Title or FieldRole.Summary or FieldRole.Organization;
            }
        }

        return new RecordLook(unknown, facets, taken)
        {
            Traits = RecordSight.Of(record) | (isNamed ? RecordTraits.Named : RecordTraits.None),
            Headings = HeadingLines.Of(record.Body),
        };
    }

    /// <summary>Counts a record.</summary>
    public void Add(RecordLook look)
    {
        Records++;
        Numbered += (look.Traits & RecordTraits.Numbered) != 0 ? 1 : 0;
        _seen.UnionWith(look.Keys);
        AddHeadings(look.Headings);
        foreach (var field in look.Taken)
        {
            _taken[field] = _taken.GetValueOrDefault(field) + 1;
        }

        foreach (var (key, texts) in look.Facets)
        {
            CountDays(key, texts);
            if (PlanOf(key)!.Facet is { } facet)
            {
                FacetTexts.Add(facet, texts);
            }
        }

        foreach (var (place, (key, values)) in look.Unknown.Index())
        {
            var all = CollectionsMarshal.GetValueRefOrAddDefault(_unknown, key, out _) ??= new KeyValues(key);
            all.Add(values, place);
            CountDays(key, values.Select(static value => value.Text).OfType<string>());
        }
    }

    private void CountDays(string key, IEnumerable<string> texts)
    {
        foreach (var text in texts.Where(MayTellDays))
        {
            var count = CollectionsMarshal.GetValueRefOrAddDefault(_dayOrders, key, out _) ??= new DayOrderCount();
            count.Add(text);
        }
    }

    private static bool MayTellDays(string text)
        => text.Length > 2 && char.IsAsciiDigit(text[0]) && text.AsSpan(1, 2).ContainsAny('/', '-', '.');

    /// <summary>Whether the schema takes a key for the year, and for no facet: it counts its texts for the order of dates alone.</summary>
    private bool IsOfDates(string key) => PlanOf(key) is { Field: FieldRole.Year, Facet: null };

    private bool NamesARecord(string key)
    {
        if (!_naming.TryGetValue(key, out var names))
        {
            _naming[key] = names = KeyName.Of(key) is var name && (KeyHints.TitleRank(name) is not null || KeyHints.IsProposer(name));
        }

        return names;
    }

    private void AddHeadings(IReadOnlyList<string> headings)
    {
        _withHeadings += headings.Count > 0 ? 1 : 0;
        foreach (var heading in headings.Distinct(StringComparer.Ordinal))
        {
            _headings[heading] = _headings.GetValueOrDefault(heading) + 1;
        }
    }

    /// <summary>Many archives have the title under <c>name</c>, some a person or an account beside a title of another name.</summary>
    private static bool IsDoubtful(string key, KeyPlan plan) => plan is { Field: FieldRole.Title, Rank: > 0 } && KeyName.Of(key) == "name";

    private KeyPlan? PlanOf(string key)
    {
        if (!_plans.TryGetValue(key, out var plan))
        {
            _plans[key] = plan = keys.Find(key);
        }

        return plan;
    }
}
