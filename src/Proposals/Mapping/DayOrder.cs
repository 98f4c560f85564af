namespace ProposalSearch.Proposals.Mapping;

/// <summary>Which of the two numbers before a year is the day, where <c>3/4/2019</c> may be either.</summary>
internal enum DayOrder
{
    /// <summary>Nobody knows: no date of the column tells, or they tell both.</summary>
    Unknown,

    /// <summary>The day: one of the column is <c>13/01/18</c>.</summary>
    DayFirst,

    /// <summary>The month: one of the column is <c>01/13/18</c>.</summary>
    MonthFirst,
}

/// <summary>What the dates of one column show of their order.</summary>
internal sealed class DayOrderCount
{
    /// <summary>Of so many dates that tell one order, one may tell the other: a slip.</summary>
    private const int DatesToASlip = 10;

    private int _dayFirst;
    private int _monthFirst;

    public DayOrder Order =>
        _dayFirst > _monthFirst * DatesToASlip ? DayOrder.DayFirst
        : _monthFirst > _dayFirst * DatesToASlip ? DayOrder.MonthFirst
        : DayOrder.Unknown;

    /// <summary>Takes a date of the column.</summary>
    public void Add(string text)
    {
        var order = DayText.OrderOf(text);
        _dayFirst += order == DayOrder.DayFirst ? 1 : 0;
        _monthFirst += order == DayOrder.MonthFirst ? 1 : 0;
    }
}
