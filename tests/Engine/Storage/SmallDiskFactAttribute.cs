using Xunit;

namespace ProposalSearch.Engine.Tests.Storage;

/// <summary>A test that mounts a small file system; where that is not allowed it is skipped and says so.</summary>
public sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute()
    {
        if (SmallDisk.Absent is { } reason)
        {
            Skip = reason;
        }
    }
}
