using ProposalSearch.SearchHost.Settings;
using ProposalSearch.Testing;
using Xunit;

namespace ProposalSearch.SearchHost.Tests.Settings;

public sealed class DeclaredSettingTests
{
    private static readonly string[] Rows =
        [.. File.ReadAllLines(Path.Combine(Repository.Root, "docs", "operations.md")).Where(line => line.StartsWith('|'))];

    [Fact]
    public void All_Properties_AreDeclared()
    {
        Assert.NotEmpty(DeclaredSetting.All);
        var properties = typeof(SearchHostOptions).GetProperties().Select(property => property.Name);
        Assert.Equal(
            properties.Order(),
            DeclaredSetting.All.Select(setting => setting.Name.Replace(":", "", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public void All_Settings_HaveTheirLineInTheDocuments()
    {
        foreach (var setting in DeclaredSetting.All)
        {
            var name = $"`{setting.Variable}{(setting.Kind.IsList ? "__0" : "")}`";
            var row = Rows.SingleOrDefault(row => row.Contains(name, StringComparison.Ordinal));

            Assert.True(row is not null, $"docs/operations.md has no line for {setting.Variable}");
            Assert.Contains($"| {setting.Default} |", row.Replace("`", "", StringComparison.Ordinal));
            Assert.Contains(setting.Kind.Option ?? setting.Variable, row);
            if (setting.Kind is WholeNumberAttribute range)
            {
                Assert.Contains(FormattableString.Invariant($"{range.Least:N0} to {range.Most:N0}"), row);
            }
        }
    }

    [Fact]
    public void All_Defaults_AreAllowed()
    {
        var stated = DeclaredSetting.All.Where(setting
            => setting.Kind is WholeNumberAttribute or SwitchAttribute or LineAttribute or ChoiceAttribute);
        foreach (var setting in stated)
        {
            Assert.True(setting.Kind.TryRead(setting.Default, out _), $"{setting.Name}: {setting.Default} must be {setting.Kind.Allowed}");
        }
    }
}
