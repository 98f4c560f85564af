using System.Globalization;

namespace ProposalSearch.Proposals.Schema;

/// <summary>What is wrong with a schema file, all of it.</summary>
internal sealed class SchemaFaults
{
    private readonly List<string> _sentences = [];

    /// <summary>Whether something is wrong.</summary>
    public bool Any => _sentences.Count > 0;

    public void Add(int? line, string sentence)
        => _sentences.Add(line is > 0 ? string.Create(CultureInfo.InvariantCulture, $"line {line}: {sentence}") : sentence);

    /// <summary>One message for all.</summary>
    public string Message(string path)
        => $"The schema '{path}' cannot be used:\n  {string.Join("\n  ", _sentences)}\ndocs/schema.md describes the format.";
}
