namespace ProposalSearch.Proposals.Sources.Tables;

/// <summary>A row of a table.</summary>
/// <param name="Line">The line of the file on which it begins, or its row in the sheet, from 1.</param>
/// <param name="Fields">Its fields, as many as the row has.</param>
internal readonly record struct TableRow(int Line, string[] Fields)
{
    /// <summary>How many of its fields have a text.</summary>
    public int Filled => Fields.Count(static text => !string.IsNullOrWhiteSpace(text));

    /// <summary>The first text of the row; empty where it has none.</summary>
    public string First => Fields.FirstOrDefault(static text => !string.IsNullOrWhiteSpace(text), "").Trim();
}
