using Lucene.Net.Analysis.Ar;
using Lucene.Net.Analysis.Bg;
using Lucene.Net.Analysis.Br;
using Lucene.Net.Analysis.Ca;
using Lucene.Net.Analysis.Ckb;
using Lucene.Net.Analysis.Cz;
using Lucene.Net.Analysis.Da;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.El;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Eu;
using Lucene.Net.Analysis.Fa;
using Lucene.Net.Analysis.Fi;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Ga;
using Lucene.Net.Analysis.Gl;
using Lucene.Net.Analysis.Hi;
using Lucene.Net.Analysis.Hu;
using Lucene.Net.Analysis.Hy;
using Lucene.Net.Analysis.Id;
using Lucene.Net.Analysis.It;
using Lucene.Net.Analysis.Lv;
using Lucene.Net.Analysis.Nl;
using Lucene.Net.Analysis.No;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Analysis.Ro;
using Lucene.Net.Analysis.Ru;
using Lucene.Net.Analysis.Sv;
using Lucene.Net.Analysis.Tr;

namespace ProposalSearch.Languages;

/// <summary>
/// The analyzers of Lucene.Net.Analysis.Common, but for English, which is built in, and for Chinese, Japanese and Korean, which need none.
/// There is none for Thai: its words are found by ICU, which is another package.
/// </summary>
internal static class LuceneAnalyzers
{
    private static readonly string[] French = ["l", "m", "t", "qu", "n", "s", "j", "d", "c", "jusqu", "quoiqu", "lorsqu", "puisqu"];
    private static readonly string[] Catalan = ["d", "l", "m", "n", "s", "t"];
    private static readonly string[] Irish = ["d", "m", "b"];

    private static readonly string[] Italian =
    [
        "c", "l", "all", "dall", "dell", "nell", "sull", "coll", "pell", "gl", "agl", "dagl", "degl", "negl", "sugl", "un", "m", "t", "s",
        "v", "d", "quest", "quell",
    ];

    private static readonly string[] SpanishAsking =
    [
        "quién", "quiénes", "cuál", "cuáles", "cómo", "cuándo", "dónde", "adónde", "cuánto", "cuánta", "cuántos", "cuántas",
    ];

    private static readonly string[] FrenchAsking =
    [
        "quoi", "comment", "quand", "où", "pourquoi", "combien", "lequel", "laquelle", "lesquels", "lesquelles",
    ];

    private static readonly string[] GermanAsking =
    [
        "wer", "wen", "wem", "wessen", "wohin", "woher", "wann", "warum", "weshalb", "wieviel", "wozu",
    ];

    private static readonly string[] PortugueseAsking = ["quais", "onde", "aonde", "quanto", "quanta", "quantos", "quantas", "porque"];
    private static readonly string[] ItalianAsking = ["quali", "quando"];
    private static readonly string[] DutchAsking = ["welke", "welk", "waar", "wanneer", "waarom", "hoeveel"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<LuceneAnalyzer> All { get; } =
    [
        new("ar", "Arabic", static v => new ArabicAnalyzer(v), static () => ArabicAnalyzer.DefaultStopSet),
        new("bg", "Bulgarian", static v => new BulgarianAnalyzer(v), static () => BulgarianAnalyzer.DefaultStopSet),
        new("ca", "Catalan", static v => new CatalanAnalyzer(v), static () => CatalanAnalyzer.DefaultStopSet)
        {
            Elided = Catalan,
        },
        new("ckb", "Sorani", static v => new SoraniAnalyzer(v), static () => SoraniAnalyzer.DefaultStopSet),
        new("cs", "Czech", static v => new CzechAnalyzer(v), static () => CzechAnalyzer.DefaultStopSet),
        new("da", "Danish", static v => new DanishAnalyzer(v), static () => DanishAnalyzer.DefaultStopSet),
        new("de", "German", static v => new GermanAnalyzer(v), static () => GermanAnalyzer.DefaultStopSet)
        {
            Asking = GermanAsking,
            OwnStem = OwnStems.German,
        },
        new("el", "Greek", static v => new GreekAnalyzer(v), static () => GreekAnalyzer.DefaultStopSet),
        new("es", "Spanish", static v => new SpanishAnalyzer(v), static () => SpanishAnalyzer.DefaultStopSet)
        {
            Asking = SpanishAsking,
            OwnStem = OwnStems.Spanish,
        },
        new("eu", "Basque", static v => new BasqueAnalyzer(v), static () => BasqueAnalyzer.DefaultStopSet),
        new("fa", "Persian", static v => new PersianAnalyzer(v), static () => PersianAnalyzer.DefaultStopSet),
        new("fi", "Finnish", static v => new FinnishAnalyzer(v), static () => FinnishAnalyzer.DefaultStopSet),
        new("fr", "French", static v => new FrenchAnalyzer(v), static () => FrenchAnalyzer.DefaultStopSet)
        {
            Elided = French,
            Asking = FrenchAsking,
        },
        new("ga", "Irish", static v => new IrishAnalyzer(v), static () => IrishAnalyzer.DefaultStopSet) { Elided = Irish },
        new("gl", "Galician", static v => new GalicianAnalyzer(v), static () => GalicianAnalyzer.DefaultStopSet),
        new("hi", "Hindi", static v => new HindiAnalyzer(v), static () => HindiAnalyzer.DefaultStopSet),
        new("hu", "Hungarian", static v => new HungarianAnalyzer(v), static () => HungarianAnalyzer.DefaultStopSet),
        new("hy", "Armenian", static v => new ArmenianAnalyzer(v), static () => ArmenianAnalyzer.DefaultStopSet),
        new("id", "Indonesian", static v => new IndonesianAnalyzer(v), static () => IndonesianAnalyzer.DefaultStopSet),
        new("it", "Italian", static v => new ItalianAnalyzer(v), static () => ItalianAnalyzer.DefaultStopSet)
        {
            Elided = Italian,
            Asking = ItalianAsking,
            OwnStem = OwnStems.Italian,
        },
        new("lv", "Latvian", static v => new LatvianAnalyzer(v), static () => LatvianAnalyzer.DefaultStopSet),
        new("nl", "Dutch", static v => new DutchAnalyzer(v), static () => DutchAnalyzer.DefaultStopSet)
        {
            Asking = DutchAsking,
        },
        new("no", "Norwegian", static v => new NorwegianAnalyzer(v), static () => NorwegianAnalyzer.DefaultStopSet),
        new("pt", "Portuguese", static v => new PortugueseAnalyzer(v), static () => PortugueseAnalyzer.DefaultStopSet)
        {
            Asking = PortugueseAsking,
        },
        new("pt-BR", "Brazilian Portuguese", static v => new BrazilianAnalyzer(v), static () => BrazilianAnalyzer.DefaultStopSet)
        {
            Asking = PortugueseAsking,
        },
        new("ro", "Romanian", static v => new RomanianAnalyzer(v), static () => RomanianAnalyzer.DefaultStopSet),
        new("ru", "Russian", static v => new RussianAnalyzer(v), static () => RussianAnalyzer.DefaultStopSet),
        new("sv", "Swedish", static v => new SwedishAnalyzer(v), static () => SwedishAnalyzer.DefaultStopSet),
        new("tr", "Turkish", static v => new TurkishAnalyzer(v), static () => TurkishAnalyzer.DefaultStopSet),
    ];
}
