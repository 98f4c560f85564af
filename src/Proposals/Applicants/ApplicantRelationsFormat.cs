using System.IO.Compression;
using ProposalSearch.Foundation.Bytes;

namespace ProposalSearch.Proposals.Applicants;

/// <summary>
/// Writes and reads <see cref="ApplicantRelations"/>, which an index keeps beside its proposals.
/// </summary>
/// <remarks>
/// <code>
/// relations := version=1 ids organizations answers; all of it deflated; numbers and texts as <see cref="ByteWriter"/> has them
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

        var ids = relations.ById.Keys.Order(StringComparer.Ordinal).ToArray();
        var places = ids.Index().ToDictionary(static id => id.Item, static id => id.Index, StringComparer.Ordinal);
        var writer = new ByteWriter();
        writer.Count(Version);
        writer.List(ids, static (to, id) => to.Text(id));
        WriteOrganizations(writer, relations, ids, places);
        WriteAnswers(writer, relations, ids, places);
        var bytes = new MemoryStream();
        using (var deflating = new DeflateStream(bytes, CompressionLevel.Fastest))
        {
            deflating.Write(writer.ToArray());
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

        var whole = new MemoryStream();
        using (var inflating = new DeflateStream(new MemoryStream(bytes), CompressionMode.Decompress))
        {
            inflating.CopyTo(whole);
        }

        var reader = new ByteReader(whole.GetBuffer().AsSpan(0, (int)whole.Length));
        ReadInto(related, ref reader);
        return new ApplicantRelations(related);
    }

    private static void ReadInto(Dictionary<string, ApplicantRelation> related, ref ByteReader reader)
    {
        if (reader.Count() != Version)
        {
            throw new InvalidDataException("The relations of the index are of another version; build it anew.");
        }

        var ids = reader.List(static (ref from) => from.Text());
        foreach (var members in reader.List((ref from) => from.List((ref one) => ReadMember(ref one, ids))))
        {
            var organization = Array.ConvertAll(members, static member => member.Id);
            foreach (var (id, evidence) in members)
            {
                related[id] = new ApplicantRelation { Organization = organization, Evidence = evidence };
            }
        }

        var answers = reader.List((ref from) => ReadAnswer(ref from, ids));
        foreach (var own in answers.GroupBy(static answer => answer.Id, StringComparer.Ordinal))
        {
            var relation = related.GetValueOrDefault(own.Key, new ApplicantRelation());
            related[own.Key] = relation with { Answers = [.. own.Select(static answer => answer.Alike)] };
        }
    }

    private static void WriteOrganizations(ByteWriter writer, ApplicantRelations relations, string[] ids, Dictionary<string, int> places)
    {
        var organizations = ids.Select(id => relations.ById[id].Organization).Where(static ids => ids.Count > 0);
        writer.List(organizations.DistinctBy(static ids => ids[0]).ToList(), (to, group) => to.List(group, (member, id) =>
        {
            member.Count(places[id]);
            member.List(relations.ById[id].Evidence, static (evidence, one) =>
            {
                evidence.Byte((byte)one.Kind);
                evidence.Text(one.Value);
            });
        }));
    }

    private static (string Id, Evidence[] Evidence) ReadMember(ref ByteReader reader, string[] ids)
        => (reader.OneOf(ids), reader.List(static (ref from) => new Evidence((EvidenceKind)from.Byte(), from.Text())));

    private static void WriteAnswers(ByteWriter writer, ApplicantRelations relations, string[] ids, Dictionary<string, int> places)
    {
        var answers = ids.SelectMany(id => relations.ById[id].Answers.Select(alike => (Id: id, Alike: alike))).ToList();
        writer.List(answers, (to, answer) =>
        {
            to.Count(places[answer.Id]);
            to.Count(answer.Alike.Answer);
            to.Count(places[answer.Alike.OtherId]);
            to.Count(answer.Alike.OtherAnswer);
        });
    }

    private static (string Id, AlikeAnswer Alike) ReadAnswer(ref ByteReader reader, string[] ids)
        => (reader.OneOf(ids), new AlikeAnswer(reader.Count(), reader.OneOf(ids), reader.Count()));
}
