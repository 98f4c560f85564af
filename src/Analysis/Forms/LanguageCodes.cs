namespace ProposalSearch.Analysis.Forms;

/// <summary>Languages by their codes.</summary>
public static class LanguageCodes
{
    /// <summary>
    /// The language of a code, in any case; that of a region, such as <c>es-MX</c>, is the language itself where the region has none of its
    /// own. <see langword="null"/> where there is none.
    /// </summary>
    public static ILanguage? Find(string code, IReadOnlyList<ILanguage> known)
    {
        ArgumentNullException.ThrowIfNull(code);
        for (var part = code.Replace('_', '-'); part.Length > 0; part = part[..Math.Max(part.LastIndexOf('-'), 0)])
        {
            if (known.FirstOrDefault(language => language.Code.Equals(part, StringComparison.OrdinalIgnoreCase)) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
