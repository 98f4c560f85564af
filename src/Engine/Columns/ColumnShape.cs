namespace ProposalSearch.Engine.Columns;

/// <summary>How a column keeps its values: <see cref="OrdinalColumnFormat"/> says when it is which.</summary>
internal enum ColumnShape : byte
{
    /// <summary>One number for each document.</summary>
    Single = 0,

    /// <summary>A list of ordinals for each document.</summary>
    Lists = 1,

    /// <summary>A bit for each document and value.</summary>
    Bits = 2,
}
