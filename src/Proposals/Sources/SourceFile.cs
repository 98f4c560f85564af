namespace ProposalSearch.Proposals.Sources;

/// <summary>A file that may hold proposals.</summary>
/// <param name="FullPath">Where it is.</param>
/// <param name="RelativePath">Relative to the source folder, with <c>/</c> between its parts.</param>
/// <param name="Format">What it holds.</param>
internal sealed record SourceFile(string FullPath, string RelativePath, SourceFormat Format)
{
    /// <summary>When the file is about its folder rather than a proposal.</summary>
    public AboutFolder About { get; init; }

    /// <summary>The folder that it is in, relative to the source folder; empty for that itself.</summary>
    public string Folder => RelativePath[..Math.Max(0, RelativePath.LastIndexOf('/'))];

    /// <summary>Its name, with its ending.</summary>
    public string Name => RelativePath[(RelativePath.LastIndexOf('/') + 1)..];

    /// <summary>
    /// The relative path without its extension, or that of the folder where the file and another are one proposal: the id of a proposal
    /// that has the file for itself.
    /// </summary>
    public string Stem { get; init; } = RelativePath[..^Path.GetExtension(RelativePath).Length];

    /// <summary>Whether another file has the same stem and keeps it for its id; the id of this one has its ending.</summary>
    public bool SharesStem { get; init; }

    /// <summary>What ids of its proposals begin with: the stem, or the path where another file has the stem.</summary>
    public string IdStem => SharesStem ? RelativePath : Stem;

    /// <summary>The file beside it that has the keys of its proposal, or <see langword="null"/>.</summary>
    public SourceFile? Companion { get; init; }

    /// <summary>The year of its proposals that state none, told by the names of the files beside it; or <see langword="null"/>.</summary>
    public int? NamedYear { get; init; }

    /// <summary>Files of the same name beside it that may be lists of the same proposals.</summary>
    public IReadOnlyList<SourceFile> Alike { get; init; } = [];

    /// <summary>Whether it has the keys of a proposal whose text is in the file beside it, and is read with that one.</summary>
    public bool IsCompanion { get; init; }
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

    /// <summary>In any case: data beside a read-me that is a proposal, or in a folder below it, as examples and tests are.</summary>
    Attached,
}
