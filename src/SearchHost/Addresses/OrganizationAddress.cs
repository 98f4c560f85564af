namespace ProposalSearch.SearchHost.Addresses;

/// <summary>The address of an organization. It is known by any of its proposals, since its name differs from year to year.</summary>
internal static class OrganizationAddress
{
    /// <summary>The page of the organization that proposes what has this id.</summary>
    public static string Page(string root, string id) => root + "/organizations/" + ProposalAddress.Path(id);
}
