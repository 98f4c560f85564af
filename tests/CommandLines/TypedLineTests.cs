using System.CommandLine;
using Xunit;

namespace ProposalSearch.CommandLines.Tests;

/// <summary>What is said of each mistake, by a program with a few options and two commands.</summary>
public sealed class TypedLineTests
{
    private readonly Option<string> _source = SharedOptions.One("--source", "DIR", "where");
    private readonly Option<string[]> _include = SharedOptions.Many("--include", "GLOB", "which");
    private readonly Option<bool> _watch = SharedOptions.Switch("--watch", "whether");
    private readonly Option<string> _index = SharedOptions.One("--index", "DIR", "where to", "index");
    private readonly Argument<string[]> _words = new("words") { Arity = ArgumentArity.OneOrMore };

    [Theory]
    [InlineData("--sorce x", "There is no option '--sorce'. Did you mean --source? --help lists the options.")]
    [InlineData("--SOURCE x", "There is no option '--SOURCE'. Did you mean --source? --help lists the options.")]
    [InlineData("-source x", "There is no option '-source'. Did you mean --source? --help lists the options.")]
    [InlineData("--unlike=x", "There is no option '--unlike'. --help lists the options.")]
    [InlineData("a/b", "'a/b' belongs to no option; for the folder of the proposals write --source a/b. --help lists the options.")]
    [InlineData("@file", "'@file' belongs to no option; for the folder of the proposals write --source @file. --help lists the options.")]
    [InlineData("-- --source", "'--source' stands behind '--', where no options are read: leave '--' out.")]
    [InlineData("--source", "--source needs a value: write --source DIR.")]
    [InlineData("--source --watch", "--source needs a value: write --source DIR.")]
    [InlineData("--include a --include", "--include needs a value: write --include GLOB.")]
    [InlineData("--source a --source b", "--source is there twice: write it once.")]
    [InlineData("--index a --index b --index c", "--index is there 3 times: write it once.")]
    [InlineData("--watch=maybe", "--watch is 'maybe': write --watch alone, --watch=true or --watch=false.")]
    [InlineData("--watch maybe", "--watch is 'maybe': write --watch alone, --watch=true or --watch=false.")]
    [InlineData("searhc water", "There is no command 'searhc'. Did you mean search? --help lists the commands.")]
    [InlineData("search", "'search' needs WORDS. --help lists what it takes.")]
    [InlineData("verify --indx x", "There is no option '--indx'. Did you mean --index? --help lists the options.")]
    [InlineData("verify x", "'x' belongs to no option. --help lists the options.")]
    [InlineData("--index never", "never is no index")]
    public void Mistakes_OfALine_AreSaid(string line, string said) => Assert.Equal([said], Read(line).Mistakes);

    [Fact]
    public void Mistakes_Several_AreAllSaid() => Assert.Equal(3, Read("--sorce x --watch=on --include").Mistakes.Count);

    [Theory]
    [InlineData("")]
    [InlineData("--source a --include b --include=c --watch --index=d")]
    [InlineData("search a b --index c")]
    [InlineData("search @home")]
    [InlineData("--help --sorce")]
    [InlineData("verify -h x")]
    [InlineData("--version x")]
    public void Mistakes_OfALineThatIsUnderstood_AreNone(string line) => Assert.Empty(Read(line).Mistakes);

    [Fact]
    public void Parsed_HasTheValues()
    {
        var parsed = Read("--source a --include b --include=c --watch").Parsed;

        Assert.Equal("a", parsed.GetValue(_source));
        Assert.Equal(["b", "c"], parsed.GetValue(_include)!);
        Assert.True(parsed.GetValue(_watch));
        Assert.Null(parsed.GetValue(_index));
    }

    [Fact]
    public void Help_SaysWhatEachOptionMeansAndInvitesNothingElse()
    {
        var typed = Read("--help");
        using var help = new StringWriter();
        typed.Parsed.Invoke(new InvocationConfiguration { Output = help });

        Assert.True(typed.AsksForHelp);
        Assert.Contains("--index <DIR>     where to (default: index)", help.ToString(), StringComparison.Ordinal);
        Assert.Contains("--include <GLOB>  which; may be given several times", help.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("additional arguments", help.ToString(), StringComparison.Ordinal);
    }

    private TypedLine Read(string line)
    {
        _index.Recursive = true;
        _index.Validators.Add(given =>
        {
            if (given.Tokens is [{ Value: "never" }])
            {
                given.AddError("never is no index");
            }
        });
        var program = new RootCommand("A program.") { _source, _include, _watch, _index };
        program.SetAction(_ => 0);
        foreach (var command in (Command[])[new("search") { _words }, new("verify")])
        {
            command.SetAction(_ => 0);
            program.Add(command);
        }

        return TypedLine.Read(program, line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
