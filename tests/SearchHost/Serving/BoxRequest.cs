using System.Text.RegularExpressions;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Serving;

/// <summary>What the script of the box asks for, read from the script itself.</summary>
internal static partial class BoxRequest
{
    private static readonly string[] Names = ["per_page", "snippets", "snippet_length", "fields", "parts"];

    /// <summary>The queries that engines are compared with, see docs/performance.md.</summary>
    public static IReadOnlyList<string> UsualQueries { get; } =
    [
        "poverty", "college", "\"college success\"", "homeless youth", "arts education after school", "climate resilience",
        "affordable housing", "food access", "los angeles", "the", "community", "job training for veterans", "povrety~", "educat*",
    ];

    /// <summary>The address of a search as the box asks for it.</summary>
    public static async Task<Uri> AddressAsync(RunningHost host, string query)
    {
        var script = await host.Client.GetStringAsync(new Uri("/box.js", UriKind.Relative));
        var asked = Parameter().Matches(script).Where(match => Names.Contains(match.Groups[1].Value))
            .Select(match => $"{match.Groups[1].Value}={match.Groups[2].Value}").ToList();
        Assert.Equal(Names.Length, asked.Count);
        return new Uri($"/v1/search?q={Uri.EscapeDataString(query)}&page=1&{string.Join('&', asked)}", UriKind.Relative);
    }

    /// <summary>As <c>['snippets', '1']</c>, or <c>['per_page', this.getAttribute('per-page') ?? '5']</c>.</summary>
    [GeneratedRegex(@"\['(\w+)', (?:[^\[\]']*\('[\w-]+'\) \?\? )?'([\w.,]+)'\]")]
    private static partial Regex Parameter();
}
