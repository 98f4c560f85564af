using ProposalSearch.Backends.Choice;
using ProposalSearch.Indexing;
using ProposalSearch.Proposals;
using ProposalSearch.Proposals.Likeness;
using ProposalSearch.Proposals.Schema;

namespace ProposalSearch.Wordings;

/// <summary>The wordings of an archive with a folder for each year.</summary>
internal static class Archive
{
    /// <summary>The wordings of each year, by its folder.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<QuestionWording>>> ReadAsync(string folder)
    {
        var years = new SortedDictionary<string, IReadOnlyList<QuestionWording>>(StringComparer.Ordinal);
        foreach (var year in Directory.EnumerateDirectories(folder))
        {
            var index = Directory.CreateTempSubdirectory("wordings");
            var options = new IndexingOptions(year, index.FullName, null);
            var report = await IndexingPipeline.RunAsync(options, KnownBackends.Of(KnownBackends.Default), TimeProvider.System);
            years.Add(Path.GetFileName(year), report.Wordings);
            index.Delete(recursive: true);
        }

        return years;
    }

    /// <summary>The wordings that one year alone has and the schema judges, with the schema as it would be without them.</summary>
    /// <param name="years">All years.</param>
    /// <param name="year">The year that is left out.</param>
    /// <param name="schema">The schema with all wordings.</param>
    /// <param name="isOthersOnly">Whether the schema keeps only wordings of other years, not those that it has for any archive.</param>
    public static (IReadOnlyList<Judged> Wordings, ProposalSchema Without) LeaveOut(
        IReadOnlyDictionary<string, IReadOnlyList<QuestionWording>> years, string year, ProposalSchema schema, bool isOthersOnly)
    {
        var reader = new WordingReader(schema.Likeness);
        var others = years.Where(other => other.Key != year).SelectMany(static other => other.Value)
            .Select(wording => reader.Key(wording.Wording))
            .ToHashSet(StringComparer.Ordinal);
        var own = years[year].Where(wording => !others.Contains(reader.Key(wording.Wording))).ToList();
        var hidden = own.Select(wording => reader.Key(wording.Wording)).ToHashSet(StringComparer.Ordinal);
        bool Stays(KeyPattern known)
            => known.IsExact && reader.Key(known.Text) is var key && !hidden.Contains(key) && (!isOthersOnly || others.Contains(key));

        var questions = schema.Questions.Select(rule => rule with { Wordings = [.. rule.Wordings.Where(Stays)] });
        var finder = new QuestionFinder(schema);
        var judged = own.Where(wording => finder.Match(wording.Wording).Nearest is null)
            .Select(wording => new Judged(wording.Wording, Truth(finder, wording.Wording), wording.Answers, wording.Words));
        return ([.. judged], schema with { Questions = [.. questions] });
    }

    private static string[] Truth(QuestionFinder finder, string wording)
        => finder.Match(wording).QuestionId is { } question ? [question] : [];
}
