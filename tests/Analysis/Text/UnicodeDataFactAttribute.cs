using Xunit;

namespace ProposalSearch.Analysis.Tests.Text;

/// <summary>
/// A test on the Unicode Character Database: skipped where Debian's package unicode-data is not installed; with CI=true it runs, and fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnicodeDataFactAttribute : FactAttribute
{
    public UnicodeDataFactAttribute()
    {
        if (!File.Exists(WordBreakTestFile.Path) && Environment.GetEnvironmentVariable("CI") is not ("true" or "1"))
        {
            Skip = $"needs {WordBreakTestFile.Path}: apt-get install unicode-data (15.0.0)";
        }
    }
}
