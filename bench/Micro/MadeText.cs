using System.Text;

namespace ProposalSearch.Micro;

/// <summary>
/// Text that nobody wrote: words of syllables, as unevenly frequent as those of a language (Zipf with exponent 1), in sentences of a dozen.
/// The same random numbers give the same text.
/// </summary>
internal static class MadeText
{
    private const int Vocabulary = 20_000;
    private static readonly string[] Syllables =
    [
        "ed", "u", "ca", "tion", "al", "com", "mu", "ni", "ty", "ing", "er", "ser", "vice", "pro", "gram", "s", "re", "port",
    ];

    /// <summary>The word of a rank, 0 being the most frequent.</summary>
    public static string Word(int rank)
    {
        var word = new StringBuilder();
        for (int left = rank + 1; left > 0; left /= Syllables.Length)
        {
            word.Append(Syllables[left % Syllables.Length]);
        }

        return word.ToString();
    }

    /// <summary>About so many characters.</summary>
    public static string Of(Random random, int characters)
    {
        var text = new StringBuilder(characters + 20);
        for (int word = 1; text.Length < characters; word++)
        {
            text.Append(Word((int)Math.Pow(Vocabulary, random.NextDouble()) - 1)).Append(word % 12 == 0 ? ". " : " ");
        }

        return text.ToString();
    }
}
