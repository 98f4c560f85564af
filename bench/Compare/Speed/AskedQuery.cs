using ProposalSearch.Compare.Corpus;

namespace ProposalSearch.Compare.Speed;

/// <summary>A line of queries.tsv.</summary>
/// <param name="Kind">One of or, phrase, fuzzy, prefix.</param>
/// <param name="Name">Its name in the tables.</param>
/// <param name="Words">The words.</param>
internal sealed record AskedQuery(string Kind, string Name, IReadOnlyList<string> Words)
{
    private static readonly string[] Kinds = ["or", "phrase", "fuzzy", "prefix"];

    /// <summary>The queries of a file; empty lines and those that begin with # are passed over.</summary>
    public static List<AskedQuery> Read(string path)
    {
        var queries = new List<AskedQuery>();
        foreach (string line in File.ReadLines(path))
        {
            if (line.Trim().Length > 0 && !line.StartsWith('#'))
            {
                string[] columns = line.Split('\t');
                if (columns.Length < 3 || !Kinds.Contains(columns[0]))
                {
                    throw new CorpusException(
                        $"{path}: a line is KIND, NAME, WORDS with tabs between them and a kind of {string.Join(", ", Kinds)}, not "
                            + $"\"{line}\"");
                }

                queries.Add(new AskedQuery(columns[0], columns[1], columns[2..]));
            }
        }

        return queries;
    }
}
