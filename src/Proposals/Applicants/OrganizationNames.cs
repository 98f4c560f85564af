using ProposalSearch.Analysis.Forms;

namespace ProposalSearch.Proposals.Applicants;

/// <summary>
/// The names of organizations that have several: spelled otherwise, or others in other years. Who types one of them is shown what was
/// proposed under the others too.
/// </summary>
public static class OrganizationNames
{
    private const int MostWords = 12;

    /// <summary>What is found too where one of the names is typed, in the order of the names.</summary>
    /// <param name="organizations">The names of each organization, as files have them.</param>
    public static IReadOnlyList<WordSynonyms> Of(IEnumerable<IReadOnlyList<string>> organizations) =>
    [
        .. organizations.SelectMany(static names => Synonyms(names)).OrderBy(static names => names.Typed, StringComparer.Ordinal),
    ];

    private static IEnumerable<WordSynonyms> Synonyms(IReadOnlyList<string> names)
    {
        var all = names.Select(static name => (Name: name.Replace('"', ' ').Trim(), Words: Words(name)))
            .Where(static name => name.Words.Count is > 0 and <= MostWords)
            .DistinctBy(static name => string.Join(' ', name.Words))
            .OrderBy(static name => name.Name, StringComparer.Ordinal)
            .ToList();
        var read = all.Select(static name => OrganizationName.Of(name.Name)).OfType<OrganizationName>().ToList();
        foreach (var typed in all.Where(name => OrganizationName.Of(name.Name) is { } one && (one.IsTelling || IsAbbreviation(one, read))))
        {
            // A name with all words of the typed one is found by them.
            var also = all.Where(other => !typed.Words.TrueForAll(other.Words.Contains))
                .Select(static other => $"\"{other.Name}\"")
                .ToList();
            if (also.Count > 0)
            {
                yield return new WordSynonyms(typed.Name, also);
            }
        }
    }

    private static bool IsAbbreviation(OrganizationName name, List<OrganizationName> names)
        => name.Words is [var word] && names.Exists(other => other.IsAbbreviatedBy(word));

    private static List<string> Words(string name)
    {
        var words = new List<string>();
        var all = new PlainWords(name, keepsApostrophes: true);
        while (all.MoveNext())
        {
            words.Add(all.Folded);
        }

        return words;
    }
}
