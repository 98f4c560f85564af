using ProposalSearch.Compare.Speed;

namespace ProposalSearch.Compare.SideBySide;

/// <summary>One of those that answer the same queries on the same texts.</summary>
internal interface IContender : IDisposable
{
    /// <summary>Its name in the tables.</summary>
    string Name { get; }

    /// <summary>Answers a query, analysed and planned anew: see <see cref="Mode"/>.</summary>
    /// <returns>Documents that match; in <see cref="Mode.Ids"/> what the engine knows there, which may be only the ten.</returns>
    long Ask(AskedQuery asked, Mode mode);
}

/// <summary>What is answered. Each contains the one before it.</summary>
internal enum Mode
{
    /// <summary>The ids and scores of the best ten.</summary>
    Ids,

    /// <summary>And how many of all matches are of each year and each category, and their number.</summary>
    Facets,

    /// <summary>And two passages of each of the ten, with what was found marked.</summary>
    Snippets,
}
