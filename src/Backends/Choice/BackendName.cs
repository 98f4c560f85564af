namespace ProposalSearch.Backends.Choice;

/// <summary>The engines that can be chosen; <c>docs/backends.md</c> says what each is for.</summary>
public enum BackendName
{
    /// <summary>Lucene.Net, the default: an index that Lucene's own tools open.</summary>
    Lucene,

    /// <summary>The project's own engine: the same answers in less time, in files of its own.</summary>
    Embedded,

    /// <summary>A cluster of OpenSearch, for archives that outgrow one machine.</summary>
    OpenSearch,
}
