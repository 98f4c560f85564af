using System.Collections.Frozen;
using System.Xml.Linq;

namespace ProposalSearch.Proposals.Sources.Xml;

/// <summary>
/// Which elements of a file are its proposals: those of one place that repeat, hold nearly all of its text, and have titles. Days and rooms
/// hold it too, but have no title of their own; answers have none either.
/// </summary>
internal static class XmlRepeats
{
    /// <summary>The least share of a file's characters that its records have.</summary>
    private const double LeastShare = 0.8;

    private const int Titled = 2;
    private const int NamedOnly = 1;

    /// <summary>Last words of names that a title has.</summary>
    private static readonly FrozenSet<string> Titles = WordSet.IgnoringCase("""
        title titel titre titulo título títol titolo titulek tytuł otsikko rubrik headline subject intitulé название
        """);

    private static readonly FrozenSet<string> Names = WordSet.IgnoringCase("name nombre nom nome naam");

    /// <summary>The elements, in the order of the file; none where the file is one proposal.</summary>
    public static IReadOnlyList<XElement> Find(XElement root)
    {
        var places = new List<Place>();
        var whole = new Place(0);
        whole.Take(root);
        Collect(whole, places);
        var repeating = places.FindAll(place => place.Elements.Count > 1 && place.Length >= LeastShare * whole.Length);
        var isProposal = TitleOf(Unwrap(root)) > 0;
        var chosen = repeating.Find(static place => place.HasTitles(Titled))
            ?? repeating.FindLast(static place => place.HasTitles(NamedOnly))
            ?? (isProposal ? null : repeating.Find(static place => !place.Elements.TrueForAll(IsAnswer)));
        return chosen?.Elements ?? [];
    }

    /// <summary>The innermost element that nothing stands beside: of <c>&lt;grants&gt;&lt;grant&gt;</c> the second.</summary>
    public static XElement Unwrap(XElement element)
    {
        while (!XmlValues.IsText(element) && element.Elements().Take(2).ToList() is [var inner] && !XmlValues.IsText(inner)
            && TitleOf(element) == 0)
        {
            element = inner;
        }

        return element;
    }

    private static bool IsAnswer(XElement element) => QuestionPairs.IsPair(XmlValues.MapOf(element));

    /// <summary>In the order of their depth.</summary>
    private static void Collect(Place whole, List<Place> places)
    {
        var next = new Queue<Place>([whole]);
        while (next.TryDequeue(out var place))
        {
            places.Add(place);
            foreach (var below in place.Below)
            {
                next.Enqueue(below);
            }
        }
    }

    /// <summary>How surely an element has a title: by an element of that name, by one that is called a name, or by an attribute.</summary>
    private static int TitleOf(XElement element)
    {
        var names = element.Elements().Where(static inner => XmlValues.IsText(inner) && inner.Value.Length > 0)
            .Select(static inner => LastWord(inner.Name.LocalName)).ToList();
        var attributes = element.Attributes().Select(static one => LastWord(one.Name.LocalName));
        return names.Exists(Titles.Contains) ? Titled
            : names.Exists(Names.Contains) || attributes.Any(static name => Titles.Contains(name) || Names.Contains(name)) ? NamedOnly
            : 0;
    }

    private static string LastWord(string name) => Wording.Normalize(Wording.Words(name)).Split(' ')[^1];

    /// <summary>All elements with the same names above them.</summary>
    private sealed class Place(int depth)
    {
        private readonly Dictionary<string, Place> _below = new(StringComparer.Ordinal);

        public List<XElement> Elements { get; } = [];

        public long Length { get; private set; }

        public IEnumerable<Place> Below => _below.Values;

        /// <summary>Takes in an element and those below it; returns how many characters it has.</summary>
        public long Take(XElement element)
        {
            var length = element.Attributes().Where(static one => !one.IsNamespaceDeclaration).Sum(static one => (long)one.Value.Length);
            if (XmlValues.IsText(element))
            {
                return length + element.Value.Length;
            }

            Elements.Add(element);
            foreach (var inner in element.Elements())
            {
                length += PlaceOf(inner).Take(inner);
            }

            Length += length;
            return length;
        }

        public bool HasTitles(int least) => depth > 0 && Elements.Count(one => TitleOf(one) >= least) >= LeastShare * Elements.Count;

        private Place PlaceOf(XElement element)
        {
            var name = element.Name.LocalName;
            if (!_below.TryGetValue(name, out var place))
            {
                _below[name] = place = new Place(depth + 1);
            }

            return place;
        }
    }
}
