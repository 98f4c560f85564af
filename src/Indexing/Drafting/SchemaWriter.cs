using System.Globalization;
using ProposalSearch.Proposals;
using ProposalSearch.Proposals.Inference;
using ProposalSearch.Proposals.Mapping;
using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Indexing.Drafting;

/// <summary>What was decided about keys, as a schema file.</summary>
internal sealed class SchemaWriter(SchemaKeys keys, KeyInference inferred, int proposals)
{
    private const int Examples = 4;
    private const int MostWordings = 60;

    private static readonly (KeyKind Kind, FieldRole Role, string Name)[] Fields =
    [
        (KeyKind.Title, FieldRole.Title, "title"), (KeyKind.Summary, FieldRole.Summary, "summary"), (KeyKind.Year, FieldRole.Year, "year"),
        (KeyKind.Organization, FieldRole.Organization, "organization"), (KeyKind.Image, FieldRole.Image, "image"),
    ];

    private readonly SchemaText _text = new();

    /// <summary>The text of the file.</summary>
    /// <param name="wordings">The wordings of the archive.</param>
    public string Write(IReadOnlyList<QuestionWording> wordings)
    {
        var first = FormattableString.Invariant($"A first schema, written from {proposals:N0} proposals.");
        _text
            .Comment(0, $"{first} It says what is done with them anyway; change what is wrong.")
            .Comment(
                0,
                "docs/schema.md explains each part. Everything that the built-in schema knows stays known: this file goes on top of it.")
            .Entry(0, "extends", "built-in");
        WriteFields();
        WriteKeys("noise", "Of use to programs only: neither searched nor shown.", HasKeysBelow, KeyKind.Noise, KeyKind.LinkLabel);
        WriteKeys(
            "answers",
            "Texts to search, each under its key. To show another question, name the key below 'labels' instead.",
            IsHeading,
            KeyKind.Answer);
        WriteLinks();
        WriteFacets();
        WriteWordings(wordings);
        return _text.ToString();
    }

    private List<KeyDecision> Of(params ReadOnlySpan<KeyKind> kinds)
    {
        var wanted = kinds.ToArray();
        return [.. inferred.Decisions.Where(decision => wanted.Contains(decision.Verdict.Kind))];
    }

    /// <summary>The keys of a field, those last that fill it only where no other does.</summary>
    private List<KeyDecision> Sources(KeyKind kind, FieldRole role)
        => [.. Of(kind), .. inferred.Decisions
            .Where(decision => decision.Plan is { IsFallback: true } && decision.Plan.Field == role)
            .OrderBy(static decision => decision.Plan.Rank)];

    /// <summary>The built-in keys of a field that turned out to be something else here.</summary>
    private HashSet<string> Found(FieldRole role)
        => inferred.Decisions.Where(decision => decision.Plan.Field != role)
            .SelectMany(static decision => decision.Values.Keys)
            .Select(Wording.Normalize)
            .Intersect(keys.Schema.Fields.GetValueOrDefault(role, []).Select(static key => key.Text))
            .ToHashSet(StringComparer.Ordinal);

    private void WriteFields()
    {
        var found = Fields.Where(field => Sources(field.Kind, field.Role).Count > 0 || Found(field.Role).Count > 0).ToList();
        if (found.Count == 0)
        {
            return;
        }

        _text
            .Gap()
            .Comment(0, "The first key that has a value wins, so the built-in schema's keys are repeated before those that were found.")
            .Section(0, "fields");
        foreach (var (kind, role, name) in found)
        {
            var decisions = Sources(kind, role);
            decisions.ForEach(decision => Explain(1, decision));
            var other = Found(role);
            var builtIn = keys.Schema.Fields.GetValueOrDefault(role, []).Select(static key => key.Text).Where(key => !other.Contains(key));
            _text.List(1, name, builtIn.Concat(decisions.SelectMany(static decision => decision.Values.Keys.Select(Named))));
        }
    }

    /// <summary>
    /// Whether some files have a mapping under a key that is empty in others: whatever is said of such a key is said of all below it, too.
    /// </summary>
    private bool HasKeysBelow(KeyDecision decision)
        => decision.Values.Keys.Any(key => inferred.Plans.Keys.Any(
            other => other.StartsWith(key + Wording.Below, StringComparison.Ordinal)));

    /// <summary>Whether hardly a file has the key, so that its words are searched like those of a heading: no schema can say so.</summary>
    private bool IsHeading(KeyDecision decision) => decision.Values.Keys.All(key => inferred.Plans[key].IsRare);

    private void WriteKeys(string section, string comment, Predicate<KeyDecision> isPassedOver, params ReadOnlySpan<KeyKind> kinds)
    {
        var found = Of(kinds);
        found.RemoveAll(isPassedOver);
        if (found.Count == 0)
        {
            return;
        }

        _text.Gap().Comment(0, comment).Section(0, section);
        foreach (var decision in found)
        {
            Explain(1, decision);
            foreach (var key in decision.Values.Keys)
            {
                _text.Item(1, Named(key));
            }
        }
    }

    private void WriteLinks()
    {
        var found = Of(KeyKind.Link);
        if (found.Count == 0)
        {
            return;
        }

        _text.Gap().Comment(0, "Addresses, each with the label to show.").Section(0, "links");
        foreach (var decision in found)
        {
            Explain(1, decision);
            foreach (var key in decision.Values.Keys)
            {
                WriteLink(key, decision.Plan);
            }
        }
    }

    private void WriteLink(string key, KeyPlan plan)
    {
        _text.Section(1, Named(key)).Entry(2, "label", plan.Link!.Label);
        if (plan.Link.Prefix is { } prefix)
        {
            _text.Entry(2, "prefix", prefix);
        }

        if (plan.LinkLabels is { } labels)
        {
            _text.Entry(2, "labels", Named(labels));
        }
    }

    private void WriteFacets()
    {
        var facets = inferred.Decisions
            .Where(static decision => decision.Plan.Facet is not null)
            .GroupBy(static decision => decision.Plan.Facet!.Rule.Definition.Field)
            .ToList();
        if (facets.Count == 0)
        {
            return;
        }

        _text
            .Gap()
            .Comment(
                0,
                "Values to filter by. Where files spell one in several ways, the most frequent spelling counts; "
                    + "'aliases' makes others one, as in")
            .Comment(0, "  aliases: {nsf: National Science Foundation}")
            .Section(0, "facets");
        foreach (var decisions in facets)
        {
            var first = decisions.First();
            var names = decisions.SelectMany(static decision => decision.Values.Keys.Select(Named));
            Explain(1, first);
            WriteFacet(first.Plan.Facet!.Rule, names, isOnlyFacet: first.Plan.Field is null || first.Plan.IsFallback);
            if (first.Plan.Facet.Spellings.Paths is { Separator: var separator })
            {
                _text.Comment(2, "values are paths: those above others are values too; off: they are not");
                _text.Entry(2, "levels", separator.NeedsBlanks ? separator.Written : separator.Sign);
            }
        }
    }

    private void WriteFacet(FacetRule rule, IEnumerable<string> ruleKeys, bool isOnlyFacet)
    {
        _text.Section(1, (rule.Below ?? rule.Definition).Field).Entry(2, "label", rule.Definition.Label).List(2, "keys", ruleKeys);
        if (rule.IsOfNumbers)
        {
            _text.Entry(2, "type", "number");
        }

        if (rule.Ranges is { } ranges)
        {
            _text.List(2, "ranges", ranges.Bounds.Select(static bound => bound.ToString(CultureInfo.InvariantCulture)));
        }

        if (rule.Aliases.Count > 0)
        {
            _text.Section(2, "aliases");
            foreach (var (spelling, value) in rule.Aliases)
            {
                _text.Entry(3, spelling.Text, value);
            }
        }

        if (rule.Split is { } split)
        {
            _text.Entry(2, "split", split);
        }

        if (isOnlyFacet)
        {
            _text
                .Comment(2, "always: an answer too; prose: only long texts are; never: only to filter by")
                .Entry(2, "answer", rule.Answer.ToString().ToLowerInvariant());
        }
    }

    /// <summary>Wordings for the curator to look at. As comments: each that is listed changes what others are like.</summary>
    private void WriteWordings(IReadOnlyList<QuestionWording> wordings)
    {
        var open = wordings.Where(static wording => wording.QuestionId is null || wording.Nearest is not null).Take(MostWordings).ToList();
        var questions = keys.Schema.Questions.Select(static rule => rule.Definition.Id).Distinct();
        _text.Gap().Comment(0, $"Canonical questions: {string.Join(", ", questions)}.");
        if (open.Count == 0)
        {
            return;
        }

        _text
            .Comment(
                0,
                "These wordings of the archive are not listed by the built-in schema. "
                    + "To settle one, list it below the question that is meant:")
            .Comment(0, "questions:")
            .Comment(0, "  need:")
            .Comment(0, "    wordings:");
        foreach (var wording in open)
        {
            var likeness = FormattableString.Invariant($", by likeness {wording.Confidence:F2}");
            var assigned = wording.QuestionId is { } id ? id + likeness : "stays itself";
            var answers = FormattableString.Invariant($"{wording.Answers:N0} answers");
            _text.Comment(0, $"      - {SchemaText.Quoted(wording.Wording)}   # {assigned}; {answers}");
        }
    }

    /// <summary>A key without the <c>*</c> by which forms mark what must be answered: a schema takes it for anything.</summary>
    private static string Named(string key) => key.EndsWith('*') && key.TrimEnd(' ', '*') is { Length: > 0 } bare ? bare : key;

    private void Explain(int level, KeyDecision decision)
    {
        var (values, reason) = (decision.Values, decision.Verdict.Reason);
        var counts = values.Counts
            .OrderByDescending(static pair => pair.Value)
            .ThenBy(static pair => pair.Key, StringComparer.Ordinal);
        var examples = SchemaText.Examples(counts.Take(Examples).Select(static pair => pair.Key));
        var files = FormattableString.Invariant($"{values.Files:N0} {(values.Files == 1 ? "file" : "files")}");
        _text.Comment(level, $"{reason}; {files}. Such as: {examples}");
    }
}
