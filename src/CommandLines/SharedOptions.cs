using System.CommandLine;

namespace ProposalSearch.CommandLines;

/// <summary>What <c>--help</c> says of the options that both programs have, and how an option is made.</summary>
public static class SharedOptions
{
    /// <summary>The option that names the proposals.</summary>
    public const string Source = "--source";

    /// <summary>What <see cref="Source"/> means.</summary>
    public const string SourceMeaning = "the proposals: a folder or a file";

    /// <summary>The option that names the folder of the full dump.</summary>
    public const string Dump = "--dump";

    /// <summary>What <see cref="Dump"/> means.</summary>
    public const string DumpMeaning = "the folder of a full dump, written when the index is published";

    /// <summary>What <c>--index</c> means.</summary>
    public const string IndexMeaning = "the folder of the index, or its name on a cluster";

    /// <summary>What <c>--backend</c> means.</summary>
    public const string BackendMeaning = "the engine";

    /// <summary>What <c>--nodes</c> means.</summary>
    public const string NodesMeaning = "where the cluster's nodes are, apart by commas; for opensearch";

    /// <summary>What <c>--nodes</c> takes, in words that complete "it must be".</summary>
    public const string NodesAllowed = "addresses such as http://10.0.0.5:9200, apart by commas, without a name and a password";

    /// <summary>What <c>--shards</c> means.</summary>
    public const string ShardsMeaning = "parts of an index on a cluster";

    /// <summary>What <c>--replicas</c> means.</summary>
    public const string ReplicasMeaning = "copies of each part on other nodes";

    /// <summary>What <c>--schema</c> means.</summary>
    public const string SchemaMeaning = "what the keys of the files mean";

    /// <summary>What <c>--language</c> means.</summary>
    public const string LanguageMeaning = "the language of the texts by its code, as es or pt-BR";

    /// <summary>What <c>--include</c> means.</summary>
    public const string IncludeMeaning = "read only files like this one, as 2015/*.md";

    /// <summary>What <c>--exclude</c> means.</summary>
    public const string ExcludeMeaning = "leave out files like this one, as drafts/**";

    /// <summary>An option with one value, which may be any text: what it is to be is for the program to say.</summary>
    /// <param name="name">Its name, with dashes.</param>
    /// <param name="value">What stands for its value.</param>
    /// <param name="meaning">A few words, without a full stop.</param>
    /// <param name="otherwise">What it is where it is not typed, in words; <see langword="null"/> where that is nothing.</param>
    public static Option<string> One(string name, string value, string meaning, string? otherwise = null) => new(name)
    {
        HelpName = value,
        Description = otherwise is null ? meaning : $"{meaning} (default: {otherwise})",
        Arity = ArgumentArity.ZeroOrOne, // Or an option that follows would be taken for its value.
    };

    /// <summary>An option that may be typed several times, each with one value.</summary>
    /// <inheritdoc cref="One"/>
    public static Option<string[]> Many(string name, string value, string meaning) => new(name)
    {
        HelpName = value,
        Description = meaning + "; may be given several times",
        Arity = ArgumentArity.ZeroOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    /// <summary>An option that stands alone.</summary>
    /// <inheritdoc cref="One"/>
    public static Option<bool> Switch(string name, string meaning) => new(name) { Description = meaning };
}
