using System.Security.Cryptography;
using System.Text;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Proposals.Schema;

/// <summary>A mapping of a schema file to a <see cref="ProposalSchema"/>. All faults are collected, none stops the reading.</summary>
internal sealed class SchemaReader
{
    private static readonly string[] TopKeys =
    [
        "extends", "id", "fields", "nested", "noise", "answers", "links", "facets", "questions", "likeness", "labels",
        "published", "limits", "language", "synonyms", "best_bets",
    ];

    private static readonly Dictionary<string, FieldRole> FieldNames = new(StringComparer.Ordinal)
    {
        ["title"] = FieldRole.Title,
        ["summary"] = FieldRole.Summary,
        ["year"] = FieldRole.Year,
        ["organization"] = FieldRole.Organization,
        ["organization_id"] = FieldRole.OrganizationId,
        ["image"] = FieldRole.Image,
        ["video"] = FieldRole.Video,
        ["published"] = FieldRole.Published,
        ["draft"] = FieldRole.Draft,
    };

    private readonly SchemaNode _root;
    private readonly SchemaFaults _faults;

    private SchemaReader(SourceMap map, SchemaFaults faults)
    {
        _faults = faults;
        _root = new SchemaNode(map, faults, "the schema");
    }

    /// <summary>Reads a schema on top of what it extends.</summary>
    public static ProposalSchema Read(SourceMap map, string text, ProposalSchema under, SchemaFaults faults)
        => new SchemaReader(map, faults).Read(under) with { Digest = DigestOf(under.Digest + text) };

    private static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private ProposalSchema Read(ProposalSchema under)
    {
        _root.AllowOnly(TopKeys);
        var id = _root.Child("id");
        id.AllowOnly("keys", "record_keys");
        return under with
        {
            Ids = Over(id.Patterns("keys"), under.Ids),
            RecordIds = Over(id.Patterns("record_keys"), under.RecordIds),
            Fields = Fields(under.Fields),
            Answers = Over(_root.Patterns("answers"), under.Answers),
            Links = [.. Links(), .. under.Links],
            Facets = Facets(under.Facets),
            Questions = Questions(under.Questions),
            Likeness = LikenessReader.Read(_root.Child("likeness"), under.Likeness, _faults),
            Synonyms = SynonymReader.Read(_root, under.Synonyms, _faults),
            BestBets = BestBetReader.Read(_root, under.BestBets, _faults),
            Labels = Labels(under.Labels),
            Unpublished = Unpublished(under.Unpublished),
            FileBytes = FileBytes(under.FileBytes),
            Language = _root.Text("language") is { } code ? new SchemaLanguage(code, _root.LineOf("language") ?? 1) : under.Language,
        };
    }

    private static IReadOnlyList<KeyPattern> Over(IReadOnlyList<KeyPattern> own, IReadOnlyList<KeyPattern> under) => [.. own, .. under];

    private Dictionary<FieldRole, IReadOnlyList<KeyPattern>> Fields(IReadOnlyDictionary<FieldRole, IReadOnlyList<KeyPattern>> under)
    {
        var node = _root.Child("fields");
        node.AllowOnly([.. FieldNames.Keys]);
        var fields = new Dictionary<FieldRole, IReadOnlyList<KeyPattern>>(under);
        var own = FieldNames.ToDictionary(static field => field.Value, field => node.Patterns(field.Key));
        foreach (var (role, patterns) in own)
        {
            // A key that this schema gives to one field is no longer one of another.
            var others = own.Where(other => other.Key != role)
                .SelectMany(static other => other.Value)
                .Select(static key => key.Text)
                .ToHashSet(StringComparer.Ordinal);
            fields[role] = Over(patterns, [.. under.GetValueOrDefault(role, []).Where(key => !others.Contains(key.Text))]);
        }

        fields[FieldRole.Nested] = Over(_root.Patterns("nested"), under.GetValueOrDefault(FieldRole.Nested, []));
        fields[FieldRole.Noise] = Over(_root.Patterns("noise"), under.GetValueOrDefault(FieldRole.Noise, []));
        return fields;
    }

    private List<LinkRule> Links()
    {
        var links = new List<LinkRule>();
        var all = _root.Child("links");
        all.AllowOnce();
        foreach (var entry in all.Entries)
        {
            if (entry.Value is SourceMap)
            {
                var node = all.Child(entry.Key);
                node.AllowOnly("label", "prefix", "labels");
                links.Add(new LinkRule(new KeyPattern(entry.Key), node.Text("label") ?? "", node.Text("prefix"), node.Text("labels")));
            }
            else
            {
                links.Add(new LinkRule(new KeyPattern(entry.Key), all.Text(entry.Key) ?? "", null));
            }
        }

        return links;
    }

    private List<FacetRule> Facets(IReadOnlyList<FacetRule> under)
    {
        var facets = new List<FacetRule>();
        var node = _root.Child("facets");
        foreach (var entry in node.Entries)
        {
            facets.Add(FacetReader.Read(entry.Key, node.Child(entry.Key), _faults));
        }

        node.AllowOnce();
        CheckFields(facets, node);
        var taken = facets.SelectMany(static facet => facet.Definitions).Select(static definition => definition.Field).ToHashSet();
        return [.. facets, .. under.Where(rule => !taken.Contains(rule.Definition.Field))];
    }

    /// <summary>Each facet, one below another too, needs a field of its own, and not that of <see cref="AnsweredFacet"/>.</summary>
    private void CheckFields(List<FacetRule> facets, SchemaNode node)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal) { AnsweredFacet.Field };
        foreach (var (facet, entry) in facets.Zip(node.Entries))
        {
            foreach (var field in facet.Definitions.Select(static definition => definition.Field).Where(field => !taken.Add(field)))
            {
                var owner = field == AnsweredFacet.Field ? "which counts the questions that proposals answer" : "which another facet has";
                _faults.Add(node.LineOf(entry.Key), $"The facet '{entry.Key}' takes the field '{field}', {owner}: give it another name.");
            }
        }
    }

    private List<QuestionRule> Questions(IReadOnlyList<QuestionRule> under)
    {
        var questions = new List<QuestionRule>();
        var node = _root.Child("questions");
        foreach (var entry in node.Entries)
        {
            var question = node.Child(entry.Key);
            question.AllowOnly("label", "wordings", "translations");
            questions.Add(new QuestionRule(
                new QuestionDefinition(entry.Key, question.Text("label") ?? Wording.Label(entry.Key)),
                question.Patterns("wordings"))
            {
                Translations = Translations(question.Child("translations")),
            });
        }

        node.AllowOnce();
        CheckWordings(questions, node);
        return [.. questions, .. under];
    }

    /// <summary>The wordings of all languages; which is which, only people need to know.</summary>
    private static List<KeyPattern> Translations(SchemaNode node)
    {
        node.AllowOnce();
        return [.. node.Entries.SelectMany(entry => node.Patterns(entry.Key))];
    }

    /// <summary>A wording belongs to one question: of two, the second would never count.</summary>
    private void CheckWordings(List<QuestionRule> questions, SchemaNode node)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var question in questions)
        {
            var id = question.Definition.Id;
            if (id is QuerySections.Title or "")
            {
                _faults.Add(node.LineOf(id), $"No question can be called '{id}': 'in:title' means the title. Give it another name.");
            }

            foreach (var wording in question.Listed)
            {
                var normalized = Wording.Normalize(wording.Text);
                if (!taken.TryAdd(normalized, id) && taken[normalized] is var other && other != id)
                {
                    var what = $"The wording '{wording.Text}' of the question '{id}' is also one of '{other}'";
                    _faults.Add(node.Child(id).LineOf("wordings") ?? node.LineOf(id), $"{what}: leave it under one of them.");
                }
            }
        }
    }

    private Dictionary<string, string> Labels(IReadOnlyDictionary<string, string> under)
    {
        var labels = new Dictionary<string, string>(under, StringComparer.Ordinal);
        foreach (var (key, value) in _root.Texts("labels"))
        {
            labels[Wording.Normalize(key)] = value;
        }

        return labels;
    }

    /// <summary>A key with its values; one without any has the usual ones, and one with an empty list none.</summary>
    private List<UnpublishedRule> Unpublished(IReadOnlyList<UnpublishedRule> under)
    {
        var node = _root.Child("published");
        node.AllowOnce();
        var rules = new List<UnpublishedRule>();
        foreach (var entry in node.Entries)
        {
            var values = entry.Value is SourceText { Text.Length: 0 } ? Publication.UsualWords : node.Patterns(entry.Key);
            rules.Add(new UnpublishedRule(new KeyPattern(entry.Key), values));
        }

        return [.. rules, .. under];
    }

    private long FileBytes(long under)
    {
        var node = _root.Child("limits");
        node.AllowOnly("file_bytes");
        return node.Number(
            "file_bytes", under, static bytes => bytes is > 0 and <= int.MaxValue, $"it must be a whole number from 1 to {int.MaxValue}");
    }
}
