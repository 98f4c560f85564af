using System.Globalization;
using System.Reflection;
using System.Text.Json;
using ProposalSearch.SearchHost.Markup;

namespace ProposalSearch.SearchHost.Wording;

/// <summary>
/// What pages say, in one language: sentences by their keys. The file of a language, such as <c>en.json</c> in this folder, has all of
/// them, and is all that a language needs: it is read with the program, and the tests say which keys it lacks. Its parts:
/// <code>
/// "language": { "code": "en", "name": "English", "plurals": { "one": "i = 1 and v = 0" }, "group": ",", "group_from": 1000, ... }
/// "words": { "hits.missing": "Without: {words}", "count.answers": { "one": "{n} answer", "other": "{n} answers" } }
/// </code>
/// The first has the rules of the Unicode CLDR for plurals, what stands between thousands and the least number that has it, and before
/// decimals. <c>{words}</c> is a hole, which whoever asks for the sentence fills; <c>{n}</c> is the number that decides between forms.
/// </summary>
internal sealed class Words
{
    private readonly Dictionary<string, Dictionary<string, Sentence>> _sentences = new(StringComparer.Ordinal);
    private readonly PluralRules _plurals;
    private readonly NumberFormatInfo _numbers;
    private readonly long _groupFrom;

    /// <summary>Reads the file of a language.</summary>
    public Words(Stream file)
    {
        using var document = JsonDocument.Parse(file, new JsonDocumentOptions { AllowDuplicateProperties = false });
        var language = document.RootElement.GetProperty("language");
        Code = language.GetProperty("code").GetString()!;
        Name = language.GetProperty("name").GetString()!;
        _plurals = new PluralRules(language.GetProperty("plurals").EnumerateObject()
            .Select(rule => KeyValuePair.Create(rule.Name, rule.Value.GetString()!)));
        _groupFrom = language.GetProperty("group_from").GetInt64();
        _numbers = (NumberFormatInfo)CultureInfo.InvariantCulture.NumberFormat.Clone();
        _numbers.NumberGroupSeparator = language.GetProperty("group").GetString()!;
        _numbers.NumberDecimalSeparator = language.GetProperty("decimal").GetString()!;
        foreach (var entry in document.RootElement.GetProperty("words").EnumerateObject())
        {
            _sentences.Add(entry.Name, Forms(entry.Value));
        }
    }

    /// <summary>All languages that pages speak; the first of them where nobody asked for another.</summary>
    public static IReadOnlyList<Words> All { get; } =
        [.. ReadAll().OrderBy(static words => words.Code != "en").ThenBy(static words => words.Code, StringComparer.Ordinal)];

    /// <summary>The language, by BCP 47.</summary>
    public string Code { get; }

    /// <summary>The language's name in itself.</summary>
    public string Name { get; }

    /// <summary>The keys, each with its forms; a sentence without a number has the form <c>other</c> alone.</summary>
    public IEnumerable<KeyValuePair<string, IReadOnlyCollection<string>>> Keys =>
        _sentences.Select(entry => KeyValuePair.Create(entry.Key, (IReadOnlyCollection<string>)entry.Value.Keys));

    /// <summary>The forms that a sentence with a number needs.</summary>
    public IEnumerable<string> PluralForms => _plurals.Forms;

    /// <summary>The language of a code such as <c>es</c> or <c>es-MX</c>, or <see langword="null"/> where pages do not speak it.</summary>
    public static Words? Find(string code)
    {
        var main = code.Split('-')[0];
        return All.FirstOrDefault(words => string.Equals(words.Code, main, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The names of the holes of a sentence, in all of its forms.</summary>
    public IReadOnlySet<string> HolesOf(string key) =>
        _sentences[key].Values.SelectMany(sentence => sentence.Holes).ToHashSet(StringComparer.Ordinal);

    /// <summary>A sentence, encoded, as element content or as the value of an attribute.</summary>
    public Html Say(string key, params ReadOnlySpan<Hole> holes) => _sentences[key][PluralRules.Other].Fill(holes);

    /// <summary>The sentence that goes with a number. Its hole <c>{n}</c> is the number, unless it is filled otherwise.</summary>
    public Html Count(string key, long number, params ReadOnlySpan<Hole> holes) =>
        _sentences[key][_plurals.Form(number)].Fill([.. holes, new Hole("n", Html.Text(Number(number)))]);

    /// <summary>A sentence without holes, as plain text.</summary>
    public string Text(string key) => _sentences[key][PluralRules.Other].Plain;

    /// <summary>A sentence with holes of plain text, as plain text.</summary>
    public string Text(string key, params ReadOnlySpan<(string Name, string Value)> holes) =>
        _sentences[key][PluralRules.Other].FillPlain(holes);

    /// <summary>The forms of a sentence with a number, as plain text with its holes: for scripts, which count by themselves.</summary>
    public IReadOnlyDictionary<string, string> FormsOf(string key) =>
        _sentences[key].ToDictionary(form => form.Key, form => form.Value.Plain, StringComparer.Ordinal);

    /// <summary>A whole number as the language writes it.</summary>
    public string Number(long number) =>
        Math.Abs(number) < _groupFrom ? number.ToString(CultureInfo.InvariantCulture) : number.ToString("N0", _numbers);

    /// <summary>A number with decimals as the language writes it.</summary>
    public string Number(double number, int decimals) =>
        number.ToString((Math.Abs(number) < _groupFrom ? "F" : "N") + decimals.ToString(CultureInfo.InvariantCulture), _numbers);

    private static IEnumerable<Words> ReadAll()
    {
        var program = Assembly.GetExecutingAssembly();
        foreach (var name in program.GetManifestResourceNames().Where(name => name.StartsWith("words.", StringComparison.Ordinal)))
        {
            using var file = program.GetManifestResourceStream(name)!;
            yield return new Words(file);
        }
    }

    private static Dictionary<string, Sentence> Forms(JsonElement entry) => entry.ValueKind == JsonValueKind.String
        ? new Dictionary<string, Sentence>(StringComparer.Ordinal) { [PluralRules.Other] = new Sentence(entry.GetString()!) }
        : entry.EnumerateObject().ToDictionary(form => form.Name, form => new Sentence(form.Value.GetString()!), StringComparer.Ordinal);
}
