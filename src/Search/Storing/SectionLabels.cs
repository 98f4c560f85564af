using ProposalSearch.Proposals;

namespace ProposalSearch.Search.Storing;

/// <summary>Numbers what sections are. The first three numbers are fixed; questions are numbered as they come.</summary>
internal sealed class SectionLabels
{
    /// <summary>The title.</summary>
    public const int Title = 0;

    /// <summary>The summary, where no answer repeats it.</summary>
    public const int Summary = 1;

    /// <summary>The organization.</summary>
    public const int Organization = 2;

    /// <summary>The number of the first question.</summary>
    public const int FirstQuestion = 3;

    private readonly List<SectionLabel> _labels = [new("Title", null), new("Summary", null), new("Organization", null)];
    private readonly Dictionary<SectionLabel, int> _numbers = [];

    /// <summary>The labels of an index that is made anew.</summary>
    public SectionLabels()
    {
    }

    /// <summary>The labels of an index that is changed: those that it has keep their numbers.</summary>
    public SectionLabels(IReadOnlyList<SectionLabel> known)
    {
        foreach (var label in known.Skip(FirstQuestion))
        {
            NumberOf(label);
        }
    }

    /// <summary>All labels, by number.</summary>
    public IReadOnlyList<SectionLabel> All => _labels;

    /// <summary>The number of a question's label, a new one where need be.</summary>
    public int NumberOf(SectionLabel label)
    {
        if (!_numbers.TryGetValue(label, out var number))
        {
            number = _labels.Count;
            _labels.Add(label);
            _numbers.Add(label, number);
        }

        return number;
    }

    /// <summary>
    /// The numbers of all labels of a section that queries name: a canonical question, or one of <see cref="QuerySections"/>.
    /// </summary>
    public static HashSet<int> Named(IReadOnlyList<SectionLabel> labels, string section)
    {
        var numbers = new HashSet<int>();
        for (var number = 0; number < labels.Count; number++)
        {
            if (Names(number, labels[number], section))
            {
                numbers.Add(number);
            }
        }

        return numbers;
    }

    private static bool Names(int number, SectionLabel label, string section) => section switch
    {
        QuerySections.Title => number == Title,
        QuerySections.Summary => number == Summary || label.IsSummary || label.QuestionId == section,
        QuerySections.Organization => number == Organization || label.QuestionId == section,
        _ => number >= FirstQuestion && label.QuestionId == section,
    };
}
