using System.Collections.Frozen;
using System.Text.RegularExpressions;
using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Proposals.Likeness;

/// <summary>
/// The canonical question of a wording: by the schema's word where it lists the wording or a pattern of it, else by likeness. Each wording
/// is looked at once, however many proposals have it. Safe for use by several threads at once.
/// </summary>
internal sealed partial class QuestionFinder
{
    private const int LongestRemembered = 400;

    /// <summary>How certain a name is that is a listed one but for words such as <c>project</c> and <c>overview</c>.</summary>
    private const double SameCore = 0.9;

    /// <summary>How certain a name of two joined ones is, of which the first is listed.</summary>
    private const double FirstOfTwo = 0.7;

    /// <summary>What may stand before a name and says no more than that it is the proposal's.</summary>
    private static readonly FrozenSet<string> Articles = WordSet.Of("""
        the our le la les notre nos el los las nuestro nuestra nuestros nuestras il lo gli nostro nostra o os nosso nossa der das die unser
        unsere het ons onze
        """);

    private readonly WordingReader _reader;
    private readonly Dictionary<string, string> _listed = new(StringComparer.Ordinal);
    private readonly List<(KeyPattern Pattern, string Question)> _patterns = [];
    private readonly Lazy<KnownWordings> _known;
    private readonly TextCache<QuestionMatch> _found;

    public QuestionFinder(ProposalSchema schema)
    {
        _reader = new WordingReader(schema.Likeness);
        _known = new Lazy<KnownWordings>(() => new KnownWordings(schema.Questions, _reader, schema.Likeness));
        _found = new TextCache<QuestionMatch>(LongestRemembered, Find);
        foreach (var rule in schema.Questions)
        {
            foreach (var wording in rule.Listed)
            {
                if (!wording.IsExact)
                {
                    _patterns.Add((wording, rule.Definition.Id));
                }
                else if (_reader.Key(wording.Text) is { Length: > 0 } key)
                {
                    _listed.TryAdd(key, rule.Definition.Id);
                }
            }
        }
    }

    /// <summary>The question of a wording that the schema lists, as it is or by a pattern; <see langword="null"/> for any other.</summary>
    public string? Listed(string wording)
    {
        if (_listed.TryGetValue(_reader.Key(wording), out var listed))
        {
            return listed;
        }

        var normalized = Wording.Normalize(wording);
        return _patterns.Find(pattern => pattern.Pattern.Matches(normalized)).Question ?? WithoutArticle(normalized);
    }

    /// <summary><c>Le budget</c> and <c>Nuestro presupuesto</c> are the listed word behind the first.</summary>
    private string? WithoutArticle(string normalized)
    {
        var blank = normalized.IndexOf(' ', StringComparison.Ordinal);
        return blank > 0 && Articles.Contains(normalized[..blank])
            ? _listed.GetValueOrDefault(_reader.Key(normalized[(blank + 1)..]))
            : null;
    }

    /// <summary>The question of a wording, or of a heading with the one above it.</summary>
    public QuestionMatch Match(string wording) => _found.Of(wording);

    private QuestionMatch Find(string wording)
    {
        var below = wording.IndexOf(Wording.Below, StringComparison.Ordinal);
        if (below < 0)
        {
            return Listed(wording) is { } listed ? new QuestionMatch(listed, 1) : Unlisted(wording);
        }

        var (upper, lower) = (wording[..below], wording[(below + Wording.Below.Length)..]);
        var question = Listed(wording) ?? Listed(upper) ?? Listed(lower);
        return question is not null ? new QuestionMatch(question, 1) : Unlisted(lower);
    }

    /// <summary>A name such as <c>Project partners overview</c> is the listed one within it; for anything else likeness decides.</summary>
    private QuestionMatch Unlisted(string wording)
    {
        var core = Wording.IsQuestion(wording) ? "" : _reader.Core(wording);
        return _listed.TryGetValue(core, out var question)
            ? new QuestionMatch(question, SameCore, core)
            : OfFirstOfTwo(wording) ?? _known.Value.Match(wording);
    }

    /// <summary>
    /// A name of two that are joined, such as <c>Prior art and related standards</c>, is the first, if that is listed and the second is not
    /// listed as another. A single word, as in <c>Costs and drawbacks</c>, says too little.
    /// </summary>
    private QuestionMatch? OfFirstOfTwo(string wording)
    {
        if (Joint().Match(wording) is not { Success: true } joint || Listed(joint.Groups["first"].Value) is not { } first)
        {
            return null;
        }

        return Listed(joint.Groups["second"].Value) is { } second && second != first
            ? null
            : new QuestionMatch(first, FirstOfTwo, joint.Groups["first"].Value);
    }

    [GeneratedRegex(
        @"^(?<first>\p{L}[\p{L}-]{2,20} [\p{L} -]{2,30}?) (?:and|&|y|et|und|e) (?<second>\p{L}[\p{L} -]{3,40})$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Joint();
}
