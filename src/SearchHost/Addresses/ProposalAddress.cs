using System.Globalization;

namespace ProposalSearch.SearchHost.Addresses;

/// <summary>The addresses of a proposal.</summary>
internal static class ProposalAddress
{
    /// <summary>The page of a proposal. Parts of the id stay parts of the path; everything else is encoded.</summary>
    public static string Page(string root, string id) => root + "/proposals/" + Path(id);

    /// <summary>The proposal as JSON.</summary>
    public static string Api(string root, string id) => root + "/v1/proposals/" + Path(id);

    /// <summary>The anchor of an answer, counted from 0, on the proposal's page: answers are counted from 1 there.</summary>
    public static string Anchor(int answer) => string.Create(CultureInfo.InvariantCulture, $"answer-{answer + 1}");

    /// <summary>An id as a path.</summary>
    public static string Path(string id) => string.Join('/', id.Split('/').Select(Uri.EscapeDataString));
}
