using System.CommandLine;
using System.CommandLine.Parsing;
using ProposalSearch.Proposals;

namespace ProposalSearch.CommandLines;

/// <summary>What is wrong with a command line, in words that say what to write instead.</summary>
internal static class LineMistakes
{
    private const string Hint = "--help lists";

    /// <summary>A sentence for each mistake.</summary>
    public static IEnumerable<string> Of(ParseResult parsed)
    {
        var options = Known(parsed.CommandResult).ToList();
        var counted = options.Select(parsed.GetResult).OfType<OptionResult>()
            .ToDictionary(given => given.Option, given => Counted(given).ToList());
        var others = parsed.Errors.Where(error => error.SymbolResult is not OptionResult given || counted[given.Option].Count == 0);
        return counted.Values.SelectMany(mistakes => mistakes)
            .Concat(others.Select(Said))
            .Concat(Strangers(parsed, options));
    }

    /// <summary>The options of a command and those that it has from the commands above it.</summary>
    private static IEnumerable<Option> Known(CommandResult command)
    {
        IEnumerable<Option> options = command.Command.Options;
        for (var above = command.Parent as CommandResult; above is not null; above = above.Parent as CommandResult)
        {
            options = options.Concat(above.Command.Options.Where(option => option.Recursive));
        }

        return options;
    }

    /// <summary>An option without its value, or written more often than it may be.</summary>
    private static IEnumerable<string> Counted(OptionResult given)
    {
        var (option, name) = (given.Option, given.Option.Name);
        if (option is not Option<bool> && given.Tokens.Count < given.IdentifierTokenCount)
        {
            yield return $"{name} needs a value: write {name} {option.HelpName ?? "VALUE"}.";
        }

        if (option.Arity.MaximumNumberOfValues == 1 && given.IdentifierTokenCount > 1)
        {
            var times = given.IdentifierTokenCount == 2 ? "twice" : FormattableString.Invariant($"{given.IdentifierTokenCount} times");
            yield return $"{name} is there {times}: write it once.";
        }
    }

    private static string Said(ParseError error) => error.SymbolResult switch
    {
        ArgumentResult { Tokens.Count: 0, Parent: CommandResult within } missing =>
            $"'{within.Command.Name}' needs {missing.Argument.Name.ToUpperInvariant()}. {Hint} what it takes.",
        _ => error.Message,
    };

    /// <summary>Arguments that belong to nothing; what stands behind a name that nobody knows is taken for its value.</summary>
    private static IEnumerable<string> Strangers(ParseResult parsed, IReadOnlyList<Option> options)
    {
        var commands = parsed.CommandResult.Command.Subcommands.Select(command => command.Name).ToList();
        var unmatched = parsed.UnmatchedTokens;
        for (var at = 0; at < unmatched.Count; at++)
        {
            var token = unmatched[at];
            if (options.FirstOrDefault(option => IsSwitchWith(option, token, parsed.Tokens)) is { } flag)
            {
                yield return $"{flag.Name} is '{token}': write {flag.Name} alone, {flag.Name}=true or {flag.Name}=false.";
                continue;
            }

            var name = token.Split('=')[0];
            if (!name.StartsWith('-') && NearestName.Of(name, commands) is { } command)
            {
                yield return $"There is no command '{name}'. Did you mean {command}? {Hint} the commands.";
                yield break;
            }

            yield return Stranger(name, [.. options.Select(option => option.Name)]);
            var takesNext = name.StartsWith('-') && name == token;
            if (takesNext && at + 1 < unmatched.Count && !unmatched[at + 1].StartsWith('-'))
            {
                at++;
            }
        }
    }

    private static bool IsSwitchWith(Option option, string value, IReadOnlyList<Token> tokens)
        => option is Option<bool>
            && tokens.Zip(tokens.Skip(1)).Any(pair => pair.First.Value == option.Name && pair.Second.Value == value);

    private static string Stranger(string name, IReadOnlyList<string> options) => NearestName.Of(name, options) switch
    {
        var same when same == name => $"'{name}' stands behind '--', where no options are read: leave '--' out.",
        null when !name.StartsWith('-') && options.Contains(SharedOptions.Source, StringComparer.Ordinal) =>
            $"'{name}' belongs to no option; for the folder of the proposals write {SharedOptions.Source} {name}. {Hint} the options.",
        null when !name.StartsWith('-') => $"'{name}' belongs to no option. {Hint} the options.",
        null => $"There is no option '{name}'. {Hint} the options.",
        var nearest => $"There is no option '{name}'. Did you mean {nearest}? {Hint} the options.",
    };
}
