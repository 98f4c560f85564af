namespace ProposalSearch.Proposals.Sources;

/// <summary>A file that may hold proposals.</summary>
/// <param name="FullPath">Where it is.</param>
/// <param name="RelativePath">Relative to the source folder, with <c>/</c> between its parts.</param>
/// <param name="Format">What it holds.</param>
internal sealed record SourceFile(string FullPath, string RelativePath, SourceFormat Format)
{
    /// <summary>The relative path without its extension: the id of a proposal that has the file for itself.</summary>
    public string Stem { get; } = RelativePath[..^Path.GetExtension(RelativePath).Length];
}
