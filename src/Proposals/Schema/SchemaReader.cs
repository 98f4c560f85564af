using System.Globalization;
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
        "published", "limits", "language",
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
        foreach (var (name, role) in FieldNames)
        {
            fields[role] = Over(node.Patterns(name), under.GetValueOrDefault(role, []));
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
        foreach (var (key, value) in all.Entries)
        {
            if (value is SourceMap)
            {
                var node = all.Child(key);
                node.AllowOnly("label", "prefix", "labels");
                links.Add(new LinkRule(new KeyPattern(key), node.Text("label") ?? "", node.Text("prefix"), node.Text("labels")));
            }
            else
            {
                links.Add(new LinkRule(new KeyPattern(key), all.Text(key) ?? "", null));
            }
        }

        return links;
    }

    private List<FacetRule> Facets(IReadOnlyList<FacetRule> under)
    {
        var facets = new List<FacetRule>();
        var node = _root.Child("facets");
        foreach (var (field, _) in node.Entries)
        {
            facets.Add(FacetReader.Read(field, node.Child(field), _faults));
        }

        node.AllowOnce();
        CheckFields(facets, node);
        facets.AddRange(under.Where(rule => !facets.Exists(own => own.Definitions.Any(definition => definition.Field == rule.Definition.Field))));
        return facets;
    }

    /// <summary>Every facet needs a field of its own, below others and of ranges too, and none may take that of the facet that counts questions.</summary>
    private void CheckFields(List<FacetRule> facets, SchemaNode node)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal) { AnsweredFacet.Field };
        foreach (var (facet, (name, _)) in facets.Zip(node.Entries))
        {
            foreach (var definition in facet.Definitions.Where(definition => !taken.Add(definition.Field)))
            {
                _faults.Add(node.LineOf(name), definition.Field == AnsweredFacet.Field
                    ? $"The facet '{name}' takes the field '{definition.Field}', which counts the questions that proposals answer: give it another name."
                    : $"The facet '{name}' takes the field '{definition.Field}', which another facet has: give it another name.");
            }
        }
    }

    private List<QuestionRule> Questions(IReadOnlyList<QuestionRule> under)
    {
        var questions = new List<QuestionRule>();
        var node = _root.Child("questions");
        foreach (var (id, _) in node.Entries)
        {
            var question = node.Child(id);
            question.AllowOnly("label", "wordings", "translations");
            questions.Add(new QuestionRule(
                new QuestionDefinition(id, question.Text("label") ?? Wording.Label(id)),
                question.Patterns("wordings"))
            {
                Translations = Translations(question.Child("translations")),
            });
        }

        node.AllowOnce();
        CheckWordings(questions, node);
        questions.AddRange(under);
        return questions;
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
            if (question.Definition.Id is QuerySections.Title or "")
            {
                _faults.Add(node.LineOf(question.Definition.Id), $"No question can be called '{question.Definition.Id}': 'in:title' means the title. Give it another name.");
            }

            foreach (var wording in question.Listed)
            {
                var normalized = Wording.Normalize(wording.Text);
                if (!taken.TryAdd(normalized, question.Definition.Id) && taken[normalized] != question.Definition.Id)
                {
                    _faults.Add(
                        node.Child(question.Definition.Id).LineOf("wordings") ?? node.LineOf(question.Definition.Id),
                        $"The wording '{wording.Text}' of the question '{question.Definition.Id}' is also one of '{taken[normalized]}': leave it under one of them.");
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
        foreach (var (key, _) in node.Entries)
        {
            var values = node.IsEmpty(key) ? Publication.UsualWords : node.Patterns(key);
            rules.Add(new UnpublishedRule(new KeyPattern(key), values));
        }

        return [.. rules, .. under];
    }

    private long FileBytes(long under)
    {
        var node = _root.Child("limits");
        node.AllowOnly("file_bytes");
        if (node.Text("file_bytes") is not { } text)
        {
            return under;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes is > 0 and <= int.MaxValue)
        {
            return bytes;
        }

        _faults.Add(node.LineOf("file_bytes"), $"'file_bytes' is '{text}': it must be a whole number from 1 to {int.MaxValue}.");
        return under;
    }
}
