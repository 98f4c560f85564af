using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Proposals.Schema;

/// <summary>The part of a schema file about likeness. Lists are added to those of the schema below, numbers replace its numbers.</summary>
internal static class LikenessReader
{
    /// <summary>Reads the part on top of another.</summary>
    public static LikenessRules Read(SchemaNode node, LikenessRules under, SchemaFaults faults)
    {
        node.AllowOnly("threshold", "margin", "categories", "asides", "others", "synonyms");
        return new LikenessRules
        {
            Threshold = Share(node, "threshold", under.Threshold),
            Margin = Share(node, "margin", under.Margin),
            Categories = [.. node.Words("categories"), .. under.Categories],
            Asides = [.. node.Words("asides"), .. under.Asides],
            Others = [.. node.Words("others"), .. under.Others],
            Synonyms = [.. Synonyms(node, faults), .. under.Synonyms],
        };
    }

    private static IEnumerable<IReadOnlyList<string>> Synonyms(SchemaNode node, SchemaFaults faults)
    {
        foreach (var item in node.Items("synonyms"))
        {
            if (item is SourceList { Items: { Count: >= 2 } words } && words.All(static word => word is SourceText { Text.Length: > 0 }))
            {
                yield return [.. words.Select(static word => ((SourceText)word).Text)];
            }
            else
            {
                const string Remedy = "write each group as [evaluate, assess, measure].";
                faults.Add(node.LineOf("synonyms"), $"'synonyms' has an item that is no list of two words or more: {Remedy}");
            }
        }
    }

    private static double Share(SchemaNode node, string key, double under) => node.Number(
        key,
        under,
        static share => share is >= 0 and <= 2,
        "it must be a number from 0 to 1 such as 0.5; a threshold of 2 turns likeness off");
}
