namespace ProposalSearch.Proposals.Sources;

/// <summary>What came of reading a file.</summary>
internal sealed class SourceReading(SourceFile file)
{
    public SourceFile File { get; } = file;

    /// <summary>Whether a key with this text says that the proposal is not served. Nothing does, unless a schema says otherwise.</summary>
    public Func<string, string, bool> IsUnpublished { get; init; } = static (_, _) => false;

    /// <summary>SHA-256 of its bytes in lower-case hexadecimal, or empty where it could not be opened.</summary>
    public string Hash { get; set; } = "";

    /// <summary>Its length in bytes.</summary>
    public long Bytes { get; set; }

    public List<SourceRecord> Records { get; } = [];

    /// <summary>What made the file, or a record of it, unreadable.</summary>
    public List<SourceFault> Failed { get; } = [];

    /// <summary>What somebody should know; see <see cref="SourceFault.LeavesOut"/>.</summary>
    public List<SourceFault> Warnings { get; } = [];

    /// <summary>Adds a record. <paramref name="number"/> counts from 1 in files that may hold many.</summary>
    public void Add(SourceMap fields, SourceBody? body, int line, int? number = null) => Records.Add(new SourceRecord
    {
        Path = File.RelativePath,
        Stem = File.Stem,
        IdStem = File.IdStem,
        Number = number,
        NamedYear = number is null ? null : File.NamedYear,
        Line = line,
        Fields = fields,
        Body = body,
        Hash = Hash,
    });

    /// <summary>Says that something could not be read.</summary>
    public void Fail(int? line, string cause, string remedy) => Failed.Add(new SourceFault(File.RelativePath, line, cause, remedy));

    /// <summary>Says what somebody should know.</summary>
    public void Warn(int? line, string cause, string remedy) => Warnings.Add(new SourceFault(File.RelativePath, line, cause, remedy));

    /// <summary>Says that something was left out that is no proposal, as far as can be told.</summary>
    public void LeaveOut(int? line, string cause, string remedy)
        => Warnings.Add(new SourceFault(File.RelativePath, line, cause, remedy) { LeavesOut = true });
}
