using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Proposals.Inference;

/// <summary>What one record adds to a <see cref="KeySurvey"/>.</summary>
/// <param name="Unknown">The keys that the schema does not know, with their values.</param>
/// <param name="Facets">The keys that the schema has facets for, with their texts.</param>
/// <param name="Taken">The fields that keys of the schema fill.</param>
internal sealed record RecordLook(
    IReadOnlyList<(string Key, ValueLook[] Values)> Unknown,
    IReadOnlyList<(string Key, string[] Texts)> Facets,
    IReadOnlyList<FieldRole> Taken)
{
    /// <summary>Stands for the headings of the archive among the keys that something is decided about; no file has such a key.</summary>
    public const string HeadingsKey = "\n#";

    /// <summary>What else is to be seen of the record.</summary>
    public RecordTraits Traits { get; init; }

    /// <summary>The first headings of its body, as <see cref="Mapping.HeadingLines.Normal"/> has them.</summary>
    public IReadOnlyList<string> Headings { get; init; } = [];

    /// <summary>All keys that what becomes of the record depends on, beside what the schema says.</summary>
    public IEnumerable<string> Keys
        => Unknown.Select(static key => key.Key)
            .Concat(Facets.Select(static facet => facet.Key))
            .Concat(Headings.Count > 0 ? [HeadingsKey] : []);

    /// <summary>All texts that it remembers.</summary>
    public IEnumerable<string> Texts
        => Unknown.SelectMany(static key => key.Values).Select(static value => value.Text).OfType<string>()
            .Concat(Facets.SelectMany(static facet => facet.Texts))
            .Concat(Headings);

    /// <summary>How many values it has.</summary>
    public int Values => Unknown.Sum(static key => key.Values.Length) + Facets.Sum(static facet => facet.Texts.Length) + Headings.Count;
}

/// <summary>What there is to be seen of a record as a whole.</summary>
[Flags]
internal enum RecordTraits : byte
{
    /// <summary>Nothing in particular.</summary>
    None = 0,

    /// <summary>It has a title, a summary, or somebody who proposes.</summary>
    Named = 1,

    /// <summary>It has a text of a sentence.</summary>
    Sentence = 2,

    /// <summary>It says of itself that it describes the shape of data.</summary>
    DataSchema = 4,

    /// <summary>It is one of several of its file: a row of a table, an item of a list.</summary>
    Numbered = 8,

    /// <summary>It only leads to another file, or to many.</summary>
    Signpost = 16,
}
