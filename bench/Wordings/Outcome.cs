using static System.FormattableString;

namespace ProposalSearch.Wordings;

/// <summary>How many wordings, answers and words found their question, found another, or stayed themselves.</summary>
internal sealed class Outcome
{
    private readonly long[] _right = new long[3];
    private readonly long[] _wrong = new long[3];
    private readonly long[] _alone = new long[3];

    /// <summary>Wordings of no canonical question that stayed themselves, and those that did not.</summary>
    private int _strangers;
    private int _caught;

    public void Add(Judged wording, string? found)
    {
        if (wording.Questions.Count == 0)
        {
            _strangers += found is null ? 1 : 0;
            _caught += found is null ? 0 : 1;
            return;
        }

        var counts = found is null ? _alone : wording.Questions.Contains(found) ? _right : _wrong;
        counts[0]++;
        counts[1] += wording.Answers;
        counts[2] += wording.Words;
    }

    /// <summary>One row, of wordings alone or with the shares of answers and words.</summary>
    public string Row(bool isWeighted)
    {
        var wrong = _wrong[0] + _caught;
        var precision = _right[0] + wrong == 0 ? 1 : (double)_right[0] / (_right[0] + wrong);
        var row = Invariant($"{_right[0],6} {_wrong[0],6} {_alone[0],6}   {_strangers,6} {_caught,6}   ");
        row += Invariant($"{100 * precision,8:F1} % {Share(_right, 0),8:F1} %");
        return isWeighted ? row + Invariant($" {Share(_right, 1),8:F1} % {Share(_right, 2),8:F1} % {Share(_wrong, 2),8:F1} %") : row;
    }

    public static string Header(bool isWeighted)
        => " right  wrong  alone   strangers caught  precision     found" + (isWeighted ? "   of answers   of words  words wrong" : "");

    private double Share(long[] counts, int at) => 100.0 * counts[at] / Math.Max(1, _right[at] + _wrong[at] + _alone[at]);
}
