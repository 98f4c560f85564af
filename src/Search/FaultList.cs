using ProposalSearch.Foundation.Texts;

namespace ProposalSearch.Search;

/// <summary>
/// The faults of one request. The first are kept whole, and all are counted: a request of 60,000 unknown names takes no more than one of
/// twenty. Used by one thread.
/// </summary>
public sealed class FaultList
{
    /// <summary>Faults that are told whole: 20.</summary>
    public const int MostTold = 20;

    private const string SeveralCodes = "invalid_request";

    private readonly List<RequestFault> _told = [];

    /// <summary>A request without a fault so far.</summary>
    public FaultList()
    {
    }

    /// <summary>A request with these faults.</summary>
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

    /// <summary>The code of all faults, or <c>invalid_request</c> where they have several, or there are none.</summary>
    public string Code { get; private set; } = SeveralCodes;

    /// <summary>What is wrong, in sentences: the first faults, and how many more there are.</summary>
    public string Sentences
    {
        get
        {
            var more = Untold == 0 ? [] : new[] { FormattableString.Invariant($"And {Untold:N0} more faults.") };
            return string.Join(' ', _told.Select(fault => fault.Message).Concat(more));
        }
    }

    /// <summary>Adds a fault. What it says is made only where it is told.</summary>
    public void Add(string code, string parameter, Func<string> message)
    {
        ArgumentNullException.ThrowIfNull(message);
        Note(code, 1);
        if (_told.Count < MostTold)
        {
            _told.Add(new RequestFault(code, Shown.Short(parameter), message()));
        }
    }

    /// <summary>Adds the faults of another list.</summary>
    public void Add(FaultList others)
    {
        ArgumentNullException.ThrowIfNull(others);
        if (others.Count > 0)
        {
            Note(others.Code, others.Count);
            _told.AddRange(others._told.Take(MostTold - _told.Count));
        }
    }

    private void Note(string code, int count)
    {
        Code = Count == 0 || code == Code ? code : SeveralCodes;
        Count += count;
    }
}

/// <summary>How a value of a request is repeated in a message.</summary>
public static class Shown
{
    private const int Longest = 61;

    /// <summary>The value, cut where it is long.</summary>
    public static string Short(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return ShortText.Of(value, Longest);
    }
}
