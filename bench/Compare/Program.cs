using ProposalSearch.Compare;
using ProposalSearch.Compare.Agreement;
using ProposalSearch.Compare.Analysis;
using ProposalSearch.Compare.Corpus;
using ProposalSearch.Compare.Indexing;
using ProposalSearch.Compare.Ranking;
using ProposalSearch.Compare.SideBySide;
using ProposalSearch.Compare.Speed;
using ProposalSearch.Compare.Trees;

// What is measured, on which documents, and the formats: docs/performance.md.
try
{
    return args switch
    {
        ["index", .. var rest] => IndexCommand.Run(rest),
        ["bench", .. var rest] => BenchCommand.Run(rest),
        ["tokens", .. var rest] => TokensCommand.Run(rest),
        ["search", .. var rest] => SearchCommand.Run(rest),
        ["trec", .. var rest] => TrecCommand.Run(rest),
        ["trees", .. var rest] => TreesCommand.Run(rest),
        ["agree", .. var rest] => AgreeCommand.Run(rest),
        ["backends", .. var rest] => BackendsCommand.Run(rest),
        ["answers", .. var rest] => AnswersCommand.Run(rest),
        ["one-engine", .. var rest] => OneEngineCommand.Run(rest),
        ["--help"] or ["-h"] => Usage(Console.Out, 0),
        _ => Usage(Console.Error, 2),
    };
}
catch (Exception problem) when (problem is ArgumentsException or CorpusException or IOException)
{
    Console.Error.WriteLine(problem.Message);
    return 2;
}

static int Usage(TextWriter output, int status)
{
    string[] lines =
    [
        "usage: Compare COMMAND …",
        "  " + IndexCommand.Usage,
        "  " + BenchCommand.Usage,
        "  " + TokensCommand.Usage,
        "  " + SearchCommand.Usage,
        "  " + TrecCommand.Usage,
        "  " + TreesCommand.Usage,
        "  " + AgreeCommand.Usage,
        "  " + BackendsCommand.Usage,
        "  " + AnswersCommand.Usage,
        "  " + OneEngineCommand.Usage,
    ];
    Array.ForEach(lines, output.WriteLine);
    return status;
}
