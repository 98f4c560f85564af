using ProposalSearch.Foundation.Bytes;
using ProposalSearch.Proposals;
using ProposalSearch.Proposals.Mapping;

namespace ProposalSearch.Indexing;

/// <summary>
/// What is counted of all proposals of an index: facets, questions and their wordings. It is kept with the index, so that after a change
/// only what changed is counted. Used by one thread.
/// </summary>
/// <remarks>
/// <code>
/// tally  := version:byte wordings facets questions
/// wordings := count (question:text hasId:flag id:text answers:count words:i64)*;  facets, questions := count (name:text proposals:count)*
/// </code>
/// </remarks>
internal sealed class ArchiveTally(SchemaKeys keys)
{
    /// <summary>The name of the blob of an index that holds it.</summary>
    public const string BlobName = "tally";

    private const byte Version = 1;

    /// <summary>What days are counted under among facets; no facet is called so.</summary>
    private const string DaysName = "#day";

    private readonly Dictionary<string, int> _facets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _questions = new(StringComparer.Ordinal);
    private readonly WordingTally _wordings = new(keys);

    /// <summary>All wordings, those with most answers first.</summary>
    public IReadOnlyList<QuestionWording> Wordings() => _wordings.All();

    /// <summary>Whether any question is answered.</summary>
    public bool HasQuestions => _questions.Count > 0;

    /// <summary>Whether a proposal has a facet.</summary>
    public bool HasFacet(string field) => _facets.ContainsKey(field);

    /// <summary>Whether a proposal answers a question.</summary>
    public bool HasQuestion(string id) => _questions.ContainsKey(id);

    /// <summary>Whether a proposal states the day of its submission.</summary>
    public bool HasDays => _facets.ContainsKey(DaysName);

    /// <summary>Counts a proposal.</summary>
    public void Add(Proposal proposal)
    {
        Count(proposal, 1);
        _wordings.Add(proposal);
    }

    /// <summary>Counts a proposal no more, that was counted before.</summary>
    public void Remove(Proposal proposal)
    {
        Count(proposal, -1);
        _wordings.Remove(proposal);
    }

    /// <summary>The bytes that an index keeps.</summary>
    public byte[] Write()
    {
        var writer = new ByteWriter();
        writer.Byte(Version);
        _wordings.Write(writer);
        writer.List(_facets, WriteCount);
        writer.List(_questions, WriteCount);
        return writer.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote; <see langword="null"/> for anything else.</summary>
    public static ArchiveTally? Read(SchemaKeys keys, byte[]? bytes)
    {
        var tally = new ArchiveTally(keys);
        try
        {
            var reader = new ByteReader(bytes);
            if (reader.AtEnd || reader.Byte() != Version)
            {
                return null;
            }

            tally._wordings.Read(ref reader);
            ReadCounts(ref reader, tally._facets);
            ReadCounts(ref reader, tally._questions);
            return tally;
        }
        catch (Exception fault) when (fault is InvalidDataException or ArgumentException)
        {
            return null;
        }
    }

    private static void WriteCount(ByteWriter writer, KeyValuePair<string, int> count)
    {
        writer.Text(count.Key);
        writer.Count(count.Value);
    }

    private static void ReadCounts(ref ByteReader reader, Dictionary<string, int> counts) =>
        Array.ForEach(reader.List(static (ref from) => (from.Text(), from.Count())), count => counts.Add(count.Item1, count.Item2));

    private void Count(Proposal proposal, int sign)
    {
        foreach (var facet in proposal.Facets.Keys)
        {
            Count(_facets, facet, sign);
        }

        if (proposal.Day is not null)
        {
            Count(_facets, DaysName, sign);
        }

        foreach (var question in AnsweredFacet.ValuesOf(proposal).Distinct(StringComparer.Ordinal))
        {
            Count(_questions, question, sign);
        }
    }

    private static void Count(Dictionary<string, int> counts, string name, int sign)
    {
        counts[name] = counts.GetValueOrDefault(name) + sign;
        if (counts[name] == 0)
        {
            counts.Remove(name);
        }
    }
}
