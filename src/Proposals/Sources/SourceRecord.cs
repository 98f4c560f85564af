using ProposalSearch.Analysis.Recognition;

namespace ProposalSearch.Proposals.Sources;

/// <summary>A proposal as its file has it, before anything is decided about its keys.</summary>
internal sealed record SourceRecord
{
    /// <summary>The file, relative to the source folder, with <c>/</c> between its parts.</summary>
    public required string Path { get; init; }

    /// <summary>The path without its extension.</summary>
    public required string Stem { get; init; }

    /// <summary>What its id begins with where no key states one: <see cref="SourceFile.IdStem"/>.</summary>
    public string IdStem { get => field ?? Stem; init; }

    /// <summary>Whether keys, values and body were let go to spare memory; the file has to be read again for them.</summary>
    public bool IsReleased { get; init; }

    /// <summary>The place among the records of its file, from 1; <see langword="null"/> where a file can hold one only.</summary>
    public int? Number { get; init; }

    /// <summary>The line on which the record begins, from 1.</summary>
    public int Line { get; init; } = 1;

    /// <summary>The year that the name of its file says: <see cref="SourceFile.NamedYear"/>.</summary>
    public int? NamedYear { get; init; }

    /// <summary>Keys and values.</summary>
    public required SourceMap Fields { get; init; }

    /// <summary>Keys and values with mappings laid flat; <see cref="Fields"/> until somebody does so.</summary>
    public IReadOnlyList<SourceEntry> Entries { get => field ?? Fields.Entries; set; }

    /// <summary>What its texts are written in; nothing until somebody looks.</summary>
    public WrittenIn Written { get; set; } = new("", 0);

    /// <summary>What follows the front matter, or <see langword="null"/>.</summary>
    public SourceBody? Body { get; init; }

    /// <summary>SHA-256 of the file's bytes, in lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The record without what it holds.</summary>
    public SourceRecord Release() => this with { Fields = SourceMap.Empty, Entries = [], Body = null, IsReleased = true };
}

/// <summary>The text after the front matter.</summary>
/// <param name="Text">As the file has it.</param>
/// <param name="Markup">How it is written.</param>
internal sealed record SourceBody(string Text, SourceMarkup Markup);

/// <summary>How a body is written.</summary>
internal enum SourceMarkup
{
    /// <summary>Plain text.</summary>
    None,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>HTML.</summary>
    Html,
}
