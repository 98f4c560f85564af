using Xunit;

namespace ProposalSearch.Engine.Tests.Text;

/// <summary>A test on the Unicode Character Database: skipped where Debian's package unicode-data is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnicodeDataFactAttribute : FactAttribute
{
    public UnicodeDataFactAttribute()
    {
        if (!File.Exists(WordBreakTestFile.Path))
        {
            Skip = $"needs {WordBreakTestFile.Path}: apt-get install unicode-data (15.0.0)";
        }
    }
}
