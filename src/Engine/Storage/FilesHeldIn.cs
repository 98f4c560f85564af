namespace ProposalSearch.Engine.Storage;

/// <summary>What the files of an open index are read from.</summary>
public enum FilesHeldIn
{
    /// <summary>
    /// The files, mapped into memory. Opens at once and shares memory with other programs; but where somebody cuts a file short, the system
    /// ends the process.
    /// </summary>
    Mapping = 0,

    /// <summary>Memory of this process, of the size of the index. What happens to the files afterwards changes nothing.</summary>
    Memory,

    /// <summary>
    /// A copy on the disk, mapped, that has no name: nobody else can reach it, and it is gone with the process. In the folder of the
    /// index, or else in the one for temporary files.
    /// </summary>
    Copy,

    /// <summary>
    /// <see cref="Memory"/> for an index of up to an eighth of the memory that the process may use, else <see cref="Copy"/>.
    /// </summary>
    Automatic,
}

/// <summary>Decides for <see cref="FilesHeldIn.Automatic"/>.</summary>
internal static class FilesHeldInChoice
{
    /// <summary>
    /// An eighth: while an index is replaced, the old one, the new one and the one that it was made from may all be open.
    /// </summary>
    private const int Share = 8;

    /// <summary>Where an index of so many bytes is held.</summary>
    public static FilesHeldIn Of(FilesHeldIn wanted, long bytes) => Of(wanted, bytes, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);

    /// <summary>The same, where the process may use so much memory.</summary>
    public static FilesHeldIn Of(FilesHeldIn wanted, long bytes, long available) =>
        wanted != FilesHeldIn.Automatic ? wanted : bytes <= available / Share ? FilesHeldIn.Memory : FilesHeldIn.Copy;
}
