using System.Globalization;

namespace ProposalSearch.Compare;

/// <summary>The words and the options of a command line: <c>WORD… --name VALUE… --switch</c>, in any order.</summary>
internal sealed class Arguments
{
    private readonly List<string> _words = [];
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);

    /// <summary>Reads a command line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="usage">What is said if the line is wrong.</param>
    /// <param name="words">How many words there must be.</param>
    /// <param name="names">Options with a value.</param>
    /// <param name="switches">Options without.</param>
    public Arguments(ReadOnlySpan<string> line, string usage, int words, string[] names, string[]? switches = null)
    {
        for (int i = 0; i < line.Length; i++)
        {
            if (!line[i].StartsWith("--", StringComparison.Ordinal))
            {
                _words.Add(line[i]);
                continue;
            }

            string name = line[i][2..];
            bool isSwitch = switches?.Contains(name) == true;
            if (!isSwitch && (!names.Contains(name) || i + 1 == line.Length))
            {
                string problem = names.Contains(name) ? $"--{name} needs a value" : $"unknown option --{name}";
                throw new ArgumentsException($"{problem}\nusage: {usage}");
            }

            _options[name] = isSwitch ? "" : line[++i];
        }

        if (_words.Count != words)
        {
            throw new ArgumentsException($"expected {words} words, found {_words.Count}\nusage: {usage}");
        }
    }

    /// <summary>A word, from 0.</summary>
    public string Word(int index) => _words[index];

    /// <summary>Whether an option was given.</summary>
    public bool Has(string name) => _options.ContainsKey(name);

    /// <summary>The value of an option.</summary>
    public string Get(string name, string otherwise) => _options.GetValueOrDefault(name, otherwise);

    /// <summary>The value of an option that is a number.</summary>
    public double Get(string name, double otherwise)
    {
        if (!_options.TryGetValue(name, out string? text))
        {
            return otherwise;
        }

        return double.TryParse(text, CultureInfo.InvariantCulture, out double value)
            ? value
            : throw new ArgumentsException($"--{name} needs a number, not \"{text}\"");
    }

    /// <summary>The value of an option that is one of some words.</summary>
    public string GetOneOf(string name, string otherwise, params string[] allowed)
    {
        string value = Get(name, otherwise);
        return allowed.Contains(value)
            ? value
            : throw new ArgumentsException($"--{name} is one of {string.Join(", ", allowed)}, not \"{value}\"");
    }
}

/// <summary>A command line that cannot be followed; the message says why.</summary>
internal sealed class ArgumentsException(string message) : Exception(message);
