namespace ProposalSearch.Proposals.Sources;

/// <summary>A file that may hold proposals.</summary>
/// <param name="FullPath">Where it is.</param>
/// <param name="RelativePath">Relative to the source folder, with <c>/</c> between its parts.</param>
/// <param name="Format">What it holds.</param>
internal sealed record SourceFile(string FullPath, string RelativePath, SourceFormat Format)
{
    /// <summary>When the file is about its folder rather than a proposal.</summary>
    public AboutFolder About { get; init; }

    /// <summary>The relative path without its extension: the id of a proposal that has the file for itself.</summary>
    public string Stem { get; } = RelativePath[..^Path.GetExtension(RelativePath).Length];
}

/// <summary>When a file tells about the folder that it is in, and is no proposal.</summary>
internal enum AboutFolder
{
    /// <summary>It does not.</summary>
    Never,

    /// <summary>If it has no front matter: a <c>README.md</c> among proposals.</summary>
    WithoutFrontMatter,

    /// <summary>In any case: templates and settings, whose names begin with <c>_</c>.</summary>
    Always,
}
