using System.CommandLine;
using System.CommandLine.Help;

namespace ProposalSearch.CommandLines;

/// <summary>What was typed after the name of a program, and a sentence for each mistake in it. Immutable.</summary>
public sealed class TypedLine
{
    private static readonly ParserConfiguration Plain = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    private TypedLine(ParseResult parsed, IReadOnlyList<string> mistakes) => (Parsed, Mistakes) = (parsed, mistakes);

    /// <summary>What the parser made of it. To be carried out only where there are no mistakes.</summary>
    public ParseResult Parsed { get; }

    /// <summary>A sentence for each argument that cannot be understood; none where help or version is asked for.</summary>
    public IReadOnlyList<string> Mistakes { get; }

    /// <summary>Whether only the usage was asked for.</summary>
    public bool AsksForHelp => Parsed.Action is HelpAction;

    /// <summary>
    /// Reads arguments as they are: none of them is the name of a file with more of them, and words behind an option that nobody knows are
    /// taken for its values.
    /// </summary>
    /// <param name="program">All that can be said to the program.</param>
    /// <param name="arguments">What was typed.</param>
    public static TypedLine Read(RootCommand program, IReadOnlyList<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(program);
        ArgumentNullException.ThrowIfNull(arguments);
        program.Directives.Clear();
        foreach (var option in program.Options)
        {
            option.Description = option switch { HelpOption => "this text", VersionOption => "the version", _ => option.Description };
        }

        LetStrangersPass(program, pass: true);
        var parsed = program.Parse(arguments, Plain);
        LetStrangersPass(program, pass: false); // Or the usage would invite more arguments.
        return new TypedLine(parsed, parsed.Action is { ClearsParseErrors: true } ? [] : [.. LineMistakes.Of(parsed)]);
    }

    /// <summary>Has the parser tell apart what belongs to no option, which <see cref="LineMistakes"/> says in better words.</summary>
    private static void LetStrangersPass(Command command, bool pass)
    {
        command.TreatUnmatchedTokensAsErrors = !pass;
        foreach (var below in command.Subcommands)
        {
            LetStrangersPass(below, pass);
        }
    }
}
