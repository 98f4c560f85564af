using System.Xml.Linq;

namespace ProposalSearch.Proposals.Sources.Xml;

/// <summary>What the elements around records say of them. Each is read once, however many records are in it.</summary>
/// <param name="reading">Knows what says that something is not published.</param>
internal sealed class XmlSurroundings(SourceReading reading)
{
    private readonly Dictionary<XElement, Around> _known = [];

    /// <summary>
    /// What the elements around a record say that repeat themselves, such as the day and the room of a talk; not what it says itself.
    /// </summary>
    public IEnumerable<SourceEntry> Keys(XElement record, IReadOnlyList<SourceEntry> own)
        => record.Ancestors().SelectMany(above => Of(above).Keys
            .Where(entry => !own.Any(said => said.Key == entry.Key || said.Key == above.Name.LocalName))
            .Select(entry => entry with { Key = above.Name.LocalName + Wording.Below + entry.Key }));

    /// <summary>What the elements around a record say of not being published is true of it too.</summary>
    public IEnumerable<SourceEntry> Statements(XElement record) => record.Ancestors().SelectMany(above => Of(above).Statements);

    private Around Of(XElement element)
    {
        if (!_known.TryGetValue(element, out var around))
        {
            List<SourceEntry> texts = [.. XmlValues.TextsOf(element)];
            var isRepeated = element.Parent is { } parent && parent.Elements(element.Name).Skip(1).Any();
            around = new Around(
                isRepeated ? texts : [],
                texts.FindAll(entry => reading.IsUnpublished(entry.Key, ((SourceText)entry.Value).Text)));
            _known.Add(element, around);
        }

        return around;
    }

    private readonly record struct Around(IReadOnlyList<SourceEntry> Keys, IReadOnlyList<SourceEntry> Statements);
}
