namespace ProposalSearch.Retrieval;

/// <summary>What an engine can say of the folders of this machine that it keeps indexes in. Thread-safe.</summary>
public interface IIndexFolders
{
    /// <summary>The engine's name, such as <c>embedded</c>.</summary>
    string Name { get; }

    /// <summary>Whether a folder holds an index of this engine, whole or damaged. It is told from the names of files alone.</summary>
    bool HasIndex(string folder);

    /// <summary>Removes the files of an index, and no others.</summary>
    /// <exception cref="IndexUnavailableException">Somebody writes there, or they cannot be removed.</exception>
    void RemoveIndex(string folder);
}
