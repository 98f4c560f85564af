using ProposalSearch.Proposals;
using ProposalSearch.Proposals.Inference;
using ProposalSearch.Proposals.Mapping;
using ProposalSearch.Proposals.Schema;
using ProposalSearch.Proposals.Sources;

namespace ProposalSearch.Indexing.Drafting;

/// <summary>
/// A first schema for an archive, for a curator to edit: what the program would decide about the archive's keys, written down with its
/// reasons. Loaded as it is, it changes nothing.
/// </summary>
public static class SchemaDraft
{
    /// <summary>Reads an archive and writes the schema that says what would be done with it anyway.</summary>
    /// <param name="source">A folder, or a file, of proposals.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="SourceUnavailableException">There is nothing to read: no such folder, or no readable proposal in it.</exception>
    public static string Of(string source, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var keys = new SchemaKeys(SchemaFile.BuiltIn());
        var folder = SourceFolder.List(source);
        var archive = new ArchiveReader(keys, memory: null, new ProgressCount(null, folder.Files.Count), long.MaxValue, cancellation);
        archive.Read(FileLooks.At(folder.Files, new HashSet<string>(), TimeProvider.System, cancellation));
        if (archive.Records.Count == 0)
        {
            throw new SourceUnavailableException(
                $"There is no proposal in '{source}' that can be read: none of its {folder.Files.Count} files holds one.");
        }

        var inferred = KeyInference.Decide(keys, archive.Survey);
        return new SchemaWriter(keys, inferred, archive.Records.Count).Write(Wordings(keys, inferred, archive));
    }

    private static IReadOnlyList<QuestionWording> Wordings(SchemaKeys keys, KeyInference inferred, ArchiveReader archive)
    {
        var mapper = new ProposalMapper(keys, inferred.Plans, inferred.Headings);
        var tally = new WordingTally(keys);
        foreach (var record in archive.Records)
        {
            tally.Add(mapper.Map(record.Record, record.Id, []));
        }

        return tally.All();
    }
}
