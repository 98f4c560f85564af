using Xunit;

namespace ProposalSearch.Testing;

/// <summary>A test on the shared corpora: skipped, with the reason, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    /// <summary>A test that needs this path below the shared folder.</summary>
    public SharedFactAttribute(params string[] parts)
    {
        if (SharedCorpus.Path(parts) is null)
        {
            Skip = $"needs shared {string.Join('/', parts)}: set {SharedCorpus.Variable}, or put the folder beside the repository";
        }
    }
}
