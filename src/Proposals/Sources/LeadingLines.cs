using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ProposalSearch.Proposals.Sources;

/// <summary>Lines read as keys and values, in one of the ways in which people write them.</summary>
internal sealed partial class LeadingLines
{
    private const int MostEntries = 60;

    /// <summary>What stands above a column of keys, and above one of values.</summary>
    private static readonly FrozenSet<string> HeadsKeys = WordSet.IgnoringCase("""
        key field name property item attribute parameter label question
        campo clave nombre propiedad dato pregunta atributo concepto camp clau nom pregunta
        champ clé cle propriété attribut rubrique intitulé question
        feld schlüssel name merkmal eigenschaft angabe frage bezeichnung
        nome chave propriedade pergunta item voce chiave proprietà domanda
        veld sleutel naam eigenschap kenmerk vraag pole klucz nazwa pytanie nyckel fält felt nøkkel kenttä avain
        поле ключ параметр название показатель вопрос 字段 字段名 项目 項目 属性 名称 항목 필드
        """);

    private static readonly FrozenSet<string> HeadsValues = WordSet.IgnoringCase("""
        value values content contents detail details description information info answer entry data
        valor valores contenido detalle detalles descripción descripcion información informacion respuesta dato datos contingut
        resposta valeur valeurs contenu détail détails réponse information renseignement
        wert werte inhalt angabe angaben beschreibung antwort eintrag information
        conteúdo conteudo detalhe detalhes descrição resposta valore contenuto dettaglio dettagli risposta
        waarde inhoud antwoord omschrijving wartość treść odpowiedź värde innehåll svar verdi innhold værdi indhold arvo sisältö
        значение содержание описание ответ данные 值 内容 內容 説明 값 내용
        """);

    private const int MostWordsOfAKey = 6;
    private const int FewestInBold = 3;

    /// <summary>A table of two columns and one row is a key and its value, or anything.</summary>
    private const int FewestColumns = 3;
    private const int LongestColumn = 40;

    /// <summary>The keys and values, each with its line, from 0. A value that goes on over lines has line ends.</summary>
    public List<(string Key, string Value, int Line)> Entries { get; } = [];

    /// <summary>How many lines among them are none.</summary>
    public int Odd { get; private set; }

    /// <summary>Whether they are items of a list, or labels in bold.</summary>
    public bool AreItems { get; private init; }

    /// <summary>The lines that were read, and those that only hold them together.</summary>
    public List<int> Used { get; } = [];

    /// <summary>Lines between fences, or in <c>&lt;pre&gt;</c>.</summary>
    public static LeadingLines? Fenced(string[] lines, int begin, int last)
    {
        var first = lines[begin].Trim();
        var close = first.StartsWith("```", StringComparison.Ordinal) ? "```"
            : first.StartsWith("~~~", StringComparison.Ordinal) ? "~~~"
            : first.Equals("<pre>", StringComparison.OrdinalIgnoreCase) ? "</pre>"
            : null;
        var end = close is null ? -1 : Array.FindIndex(
            lines, begin + 1, last - begin - 1, line => line.Trim().StartsWith(close, StringComparison.OrdinalIgnoreCase));
        if (end < 0)
        {
            return null;
        }

        var block = new LeadingLines();
        block.TakePlain(lines, begin + 1, end, endsAtBlank: false);
        if (block.Odd == 0)
        {
            block.Used.AddRange([begin, end]);
        }

        return block;
    }

    /// <summary>Lines as a letter has them at its head, up to the first empty one.</summary>
    public static LeadingLines? Plain(string[] lines, int begin, int last)
    {
        var block = new LeadingLines();
        return PlainEntry().IsMatch(lines[begin]) && block.TakePlain(lines, begin, last, endsAtBlank: true) ? block : null;
    }

    private bool TakePlain(string[] lines, int begin, int end, bool endsAtBlank)
    {
        var indent = Indent(lines[begin]);
        for (var at = begin; at < end && Entries.Count < MostEntries; at++)
        {
            if (string.IsNullOrWhiteSpace(lines[at]))
            {
                if (endsAtBlank)
                {
                    break;
                }

                Used.Add(at);
            }
            else if (Entries.Count > 0 && Indent(lines[at]) > indent)
            {
                GoOn(lines[at].Trim(), at, "\n");
            }
            else if (PlainEntry().Match(lines[at]) is { Success: true } match && IsKey(match))
            {
                Add(match, at);
            }
            else
            {
                Odd++;
            }
        }

        return Odd * 3 <= Entries.Count;
    }

    /// <summary>Items of a list, or labels in bold, which empty lines may part.</summary>
    public static LeadingLines? Items(string[] lines, int begin, int last)
    {
        var block = new LeadingLines { AreItems = true };
        for (var at = begin; at < last && block.Entries.Count < MostEntries; at++)
        {
            var line = lines[at];
            if (string.IsNullOrWhiteSpace(line))
            {
                var next = Array.FindIndex(lines, at, last - at, static other => !string.IsNullOrWhiteSpace(other));
                if (next < 0 || block.Entries.Count == 0 || !ItemEntry().IsMatch(lines[next]) || IsLabelOfText(lines, next, last))
                {
                    break;
                }
            }
            else if (line[0] == '#')
            {
                break;
            }
            else if (block.Entries.Count > 0 && char.IsWhiteSpace(line[0]))
            {
                block.GoOn(line.Trim().TrimStart('-', '*', '+').Trim(), at, IsItem(line) ? "\n" : " ");
            }
            else if (ItemEntry().Match(line) is { Success: true } match && !IsLabelOfText(lines, at, last))
            {
                block.Add(match, at);
            }
            else
            {
                block.Odd++;
            }
        }

        return block;
    }

    /// <summary>Paragraphs of one line that begin with a label in bold, without a colon: <c>**Date** 2025-03-10</c>.</summary>
    public static LeadingLines? Bold(string[] lines, int begin, int last)
    {
        var block = new LeadingLines { AreItems = true };
        for (var at = begin; at < last && block.Entries.Count < MostEntries; at++)
        {
            if (BoldEntry().Match(lines[at]) is { Success: true } match && IsKey(match))
            {
                block.Add(match, at);
            }
            else if (!string.IsNullOrWhiteSpace(lines[at]))
            {
                break;
            }
        }

        return block.Entries.Count >= FewestInBold ? block : null;
    }

    /// <summary>Whether a label has nothing beside it, and a text below it that is its own.</summary>
    private static bool IsLabelOfText(string[] lines, int at, int last)
    {
        if (ItemEntry().Match(lines[at]) is not { Success: true } match || match.Groups["value"].Value.Trim().Length > 0)
        {
            return false;
        }

        var next = Array.FindIndex(lines, at + 1, last - at - 1, static line => !string.IsNullOrWhiteSpace(line));
        return next > 0 && lines[next][0] != '#' && !char.IsWhiteSpace(lines[next][0]) && !ItemEntry().IsMatch(lines[next]);
    }

    /// <summary>Rows of a table of two columns.</summary>
    public static LeadingLines? Table(string[] lines, int begin, int last)
    {
        if (begin + 1 >= last || !Rule().IsMatch(lines[begin + 1]))
        {
            return null;
        }

        var block = new LeadingLines();
        block.Used.Add(begin + 1);
        for (var at = begin; at < last && !string.IsNullOrWhiteSpace(lines[at]); at++)
        {
            if (at == begin + 1)
            {
                continue;
            }

            if (Row().Match(lines[at]) is not { Success: true } match)
            {
                return null;
            }

            if (at > begin || !IsHeader(match))
            {
                block.Add(match, at);
            }
            else
            {
                block.Used.Add(at);
            }
        }

        return block;
    }

    /// <summary>A table of one row, whose columns are the keys, as of a register.</summary>
    public static LeadingLines? OneRow(string[] lines, int begin, int last)
    {
        if (begin + 2 >= last || !LongRule().IsMatch(lines[begin + 1])
            || (begin + 3 < last && !string.IsNullOrWhiteSpace(lines[begin + 3])))
        {
            return null;
        }

        var (keys, values) = (Cells(lines[begin]), Cells(lines[begin + 2]));
        if (keys.Length < FewestColumns || values.Length > keys.Length
            || Array.Exists(keys, static key => key.Length > LongestColumn || key.AsSpan().Count(' ') >= MostWordsOfAKey))
        {
            return null;
        }

        var block = new LeadingLines();
        block.Used.AddRange([begin, begin + 1, begin + 2]);
        block.Entries.AddRange(keys.Zip(values, (key, value) => (key.Trim('*', '`'), value, begin + 2))
            .Where(static entry => entry.Item1.Length > 0 && entry.value.Length > 0));
        return block;
    }

    /// <summary>The cells of a row of a table, without the bars at its ends.</summary>
    private static string[] Cells(string line)
    {
        var row = line.Trim();
        row = row.StartsWith('|') ? row[1..] : row;
        row = row.EndsWith('|') && !row.EndsWith("\\|", StringComparison.Ordinal) ? row[..^1] : row;
        return [.. Bar().Split(row).Select(static cell => cell.Replace("\\|", "|", StringComparison.Ordinal).Trim())];
    }

    private static bool IsHeader(Match match)
        => match.Groups["key"].Length == 0
            || (HeadsKeys.Contains(match.Groups["key"].Value.Trim(' ', '*'))
                && HeadsValues.Contains(match.Groups["value"].Value.Trim(' ', '*')));

    private void Add(Match match, int line)
    {
        Entries.Add((match.Groups["key"].Value.Trim(' ', '*', '`'), match.Groups["value"].Value.Trim(), line));
        Used.Add(line);
    }

    private void GoOn(string rest, int line, string mark)
    {
        var last = Entries[^1];
        Entries[^1] = last with { Value = last.Value.Length == 0 ? rest : last.Value + mark + rest };
        Used.Add(line);
    }

    private static bool IsKey(Match match) => match.Groups["key"].ValueSpan.Count(' ') < MostWordsOfAKey;

    private static bool IsItem(string line) => line.TrimStart() is ['-' or '*' or '+', ' ', ..];

    private static int Indent(string line) => line.Length - line.AsSpan().TrimStart().Length;

    /// <summary>An item of a list, or a line whose key is in bold, with a key of a few words before its colon.</summary>
    [GeneratedRegex(
        @"^(?:[-*+] +(?:\*\*|__|_)?|\*\*|__)(?<key>\p{L}[^:*_`\[\]]{0,79}?)(?:\*\*|__|_)? ?:(?:\*\*|__|_)?"
            + @"(?:[ \t]+(?<value>.*)|(?<value>https?://.*|\[.*)|[ \t]*)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex ItemEntry();

    /// <summary>A key of a word or three in bold, and a short value.</summary>
    [GeneratedRegex(
        @"^(?:\*\*|__)(?<key>\p{L}[\p{L}\p{N}-]{0,19}(?: [\p{L}\p{N}-]{1,19}){0,2})(?:\*\*|__)[ \t]+(?<value>[^\s.,;:!?].{0,119})$",
        RegexOptions.CultureInvariant)]
    private static partial Regex BoldEntry();

    /// <summary>A key of a few words, a colon, a value; in a block quotation too.</summary>
    [GeneratedRegex(
        @"^\s*(?:>\s?)?(?<key>\p{L}[\p{L}\p{N} _/().'’&-]{0,39}?) ?:(?:[ \t]+(?<value>.*)|(?<value>https?://.*|\[.*)|[ \t]*)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex PlainEntry();

    [GeneratedRegex(@"^\s*\|?(?<key>[^|]{0,80})\|(?<value>(?:[^|\\]|\\.)*)\|?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Row();

    [GeneratedRegex(@"^\s*\|?\s*:?-{2,}:?\s*\|\s*:?-{2,}:?\s*\|?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\s*\|?(?:\s*:?-+:?\s*\|){2,40}(?:\s*:?-+:?\s*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex LongRule();

    [GeneratedRegex(@"(?<!\\)\|", RegexOptions.CultureInvariant)]
    private static partial Regex Bar();
}
