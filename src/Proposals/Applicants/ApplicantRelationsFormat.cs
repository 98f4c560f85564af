using System.IO.Compression;
using System.Text;

namespace ProposalSearch.Proposals.Applicants;

/// <summary>
/// Writes and reads <see cref="ApplicantRelations"/>, which an index keeps beside its proposals.
/// </summary>
/// <remarks>
/// <code>
/// relations := version=1 ids organizations answers; all of it deflated; numbers are of seven bits a byte, texts with the count of their bytes before
/// ids           := count text*                       of all proposals that are named below, in ordinal order
/// organizations := count (count (id count (kind value)*)*)*   id is a place among the ids; kind a byte, see EvidenceKind; value a text
/// answers       := count (id answer id answer)*      this one's answer, and that of the other
/// </code>
/// </remarks>
public static class ApplicantRelationsFormat
{
    private const int Version = 1;

    /// <summary>The bytes; empty where nothing has to do with anything.</summary>
    public static byte[] Write(ApplicantRelations relations)
    {
        if (relations.ById.Count == 0)
        {
            return [];
        }

        var bytes = new MemoryStream();
        using (var writer = new BinaryWriter(new DeflateStream(bytes, CompressionLevel.Fastest), Encoding.UTF8))
        {
            var ids = relations.ById.Keys.Order(StringComparer.Ordinal).ToArray();
            var places = ids.Index().ToDictionary(static id => id.Item, static id => id.Index, StringComparer.Ordinal);
            writer.Write7BitEncodedInt(Version);
            writer.Write7BitEncodedInt(ids.Length);
            Array.ForEach(ids, writer.Write);
            WriteOrganizations(writer, relations, ids, places);
            WriteAnswers(writer, relations, ids, places);
        }

        return bytes.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    public static ApplicantRelations Read(byte[] bytes)
    {
        var related = new Dictionary<string, ApplicantRelation>(StringComparer.Ordinal);
        if (bytes.Length == 0)
        {
            return new ApplicantRelations(related);
        }

        using var reader = new BinaryReader(new DeflateStream(new MemoryStream(bytes), CompressionMode.Decompress), Encoding.UTF8);
        if (reader.Read7BitEncodedInt() != Version)
        {
            throw new InvalidDataException("The relations of the index are of another version; build it anew.");
        }

        var ids = new string[reader.Read7BitEncodedInt()];
        for (var at = 0; at < ids.Length; at++)
        {
            ids[at] = reader.ReadString();
        }

        ReadOrganizations(reader, ids, related);
        ReadAnswers(reader, ids, related);
        return new ApplicantRelations(related);
    }

    private static void WriteOrganizations(BinaryWriter writer, ApplicantRelations relations, string[] ids, Dictionary<string, int> places)
    {
        var groups = ids.Select(id => relations.ById[id].Organization).Where(static group => group.Count > 0).DistinctBy(static group => group[0]).ToList();
        writer.Write7BitEncodedInt(groups.Count);
        foreach (var group in groups)
        {
            writer.Write7BitEncodedInt(group.Count);
            foreach (var id in group)
            {
                var evidence = relations.ById[id].Evidence;
                writer.Write7BitEncodedInt(places[id]);
                writer.Write7BitEncodedInt(evidence.Count);
                foreach (var one in evidence)
                {
                    writer.Write((byte)one.Kind);
                    writer.Write(one.Value);
                }
            }
        }
    }

    private static void ReadOrganizations(BinaryReader reader, string[] ids, Dictionary<string, ApplicantRelation> related)
    {
        for (var groups = reader.Read7BitEncodedInt(); groups > 0; groups--)
        {
            var members = new string[reader.Read7BitEncodedInt()];
            for (var member = 0; member < members.Length; member++)
            {
                members[member] = ids[reader.Read7BitEncodedInt()];
                var evidence = new Evidence[reader.Read7BitEncodedInt()];
                for (var at = 0; at < evidence.Length; at++)
                {
                    evidence[at] = new Evidence((EvidenceKind)reader.ReadByte(), reader.ReadString());
                }

                related[members[member]] = new ApplicantRelation { Organization = members, Evidence = evidence };
            }
        }
    }

    private static void WriteAnswers(BinaryWriter writer, ApplicantRelations relations, string[] ids, Dictionary<string, int> places)
    {
        writer.Write7BitEncodedInt(ids.Sum(id => relations.ById[id].Answers.Count));
        foreach (var id in ids)
        {
            foreach (var alike in relations.ById[id].Answers)
            {
                writer.Write7BitEncodedInt(places[id]);
                writer.Write7BitEncodedInt(alike.Answer);
                writer.Write7BitEncodedInt(places[alike.OtherId]);
                writer.Write7BitEncodedInt(alike.OtherAnswer);
            }
        }
    }

    private static void ReadAnswers(BinaryReader reader, string[] ids, Dictionary<string, ApplicantRelation> related)
    {
        var answers = new Dictionary<string, List<AlikeAnswer>>(StringComparer.Ordinal);
        for (var count = reader.Read7BitEncodedInt(); count > 0; count--)
        {
            var id = ids[reader.Read7BitEncodedInt()];
            if (!answers.TryGetValue(id, out var list))
            {
                answers.Add(id, list = []);
            }

            list.Add(new AlikeAnswer(reader.Read7BitEncodedInt(), ids[reader.Read7BitEncodedInt()], reader.Read7BitEncodedInt()));
        }

        foreach (var (id, list) in answers)
        {
            related[id] = related.GetValueOrDefault(id, new ApplicantRelation()) with { Answers = list };
        }
    }
}
