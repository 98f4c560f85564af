namespace ProposalSearch.Proposals.Applicants;

/// <summary>Whether names are spellings of one organization, as far as the names alone tell.</summary>
public static class OrganizationSpelling
{
    /// <summary>Equal for names that differ in case, accents, signs and blanks, a "The" before them or an "Inc." behind them.</summary>
    public static string KeyOf(string name) => OrganizationName.Of(name)?.Key ?? name;
}
