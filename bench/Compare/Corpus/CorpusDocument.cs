namespace ProposalSearch.Compare.Corpus;

/// <summary>A document of docs.jsonl. What a document lacks is empty.</summary>
internal sealed class CorpusDocument
{
    public string Id { get; set; } = "";

    public string Title { get; set; } = "";

    public string Year { get; set; } = "";

    public string Category { get; set; } = "";

    /// <summary>Its areas, each followed by a newline.</summary>
    public string Areas { get; set; } = "";

    /// <summary>Its body; <see langword="null"/> where it has none.</summary>
    public string? Body { get; set; }

    /// <summary>The text of a document that has no body.</summary>
    public string Text { get; set; } = "";

    /// <summary>The one field of the programs for correctness.</summary>
    public string OneField => Title + "\n" + (Body ?? Text);

    /// <summary>A field by its name.</summary>
    public string Field(string name) => name switch
    {
        "text" => OneField,
        "title" => Title,
        "body" => Body ?? "",
        "areas" => Areas,
        "category" => Category,
        "year" => Year,
        "id" => Id,
        _ => throw new ArgumentsException($"--field is one of text, title, body, areas, category, year, id, not \"{name}\""),
    };
}
