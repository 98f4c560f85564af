using ProposalSearch.Foundation.Texts;
using ProposalSearch.Search;

namespace ProposalSearch.SearchHost.Parameters;

/// <summary>
/// The faults of one request. The first are kept whole, and all are counted: a request of 60,000 unknown names takes no more than one of
/// twenty.
/// </summary>
public sealed class FaultList
{
    /// <summary>Faults that are told whole: 20.</summary>
    public const int MostTold = 20;

    private readonly List<RequestFault> _told = [];
    private readonly HashSet<string> _codes = new(StringComparer.Ordinal);

    /// <summary>A request without a fault so far.</summary>
    public FaultList()
    {
    }

    /// <summary>The faults that a backend found.</summary>
    public FaultList(IEnumerable<RequestFault> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        foreach (var fault in faults)
        {
            Add(fault.Code, fault.Parameter, () => fault.Message);
        }
    }

    /// <summary>The first faults, at most <see cref="MostTold"/>.</summary>
    public IReadOnlyList<RequestFault> Told => _told;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Faults beyond <see cref="Told"/>.</summary>
    public int Untold => Count - _told.Count;

    /// <summary>The code of all faults, or <c>invalid_request</c> where they have several.</summary>
    public string Code => _codes.Count == 1 ? _codes.First() : "invalid_request";

    /// <summary>Adds a fault. What it says is made only where it is told.</summary>
    public void Add(string code, string parameter, Func<string> message)
    {
        ArgumentNullException.ThrowIfNull(message);
        Count++;
        _codes.Add(code);
        if (_told.Count < MostTold)
        {
            _told.Add(new RequestFault(code, Shown.Short(parameter), message()));
        }
    }
}

/// <summary>How a value of a request is repeated in a message.</summary>
internal static class Shown
{
    private const int Longest = 61;

    /// <summary>The value, cut where it is long.</summary>
    public static string Short(string value) => ShortText.Of(value, Longest);
}
