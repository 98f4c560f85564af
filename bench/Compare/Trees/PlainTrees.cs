using System.Text.Json.Nodes;

namespace ProposalSearch.Compare.Trees;

/// <summary>Makes trees without other trees in them.</summary>
internal sealed class PlainTrees(CorpusWords words, Random random)
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>The next tree and what kind it is.</summary>
    public (string Kind, JsonObject Tree) Next() => random.Next(12) switch
    {
        < 3 => ("term", new JsonObject { ["term"] = words.Term(random) }),
        3 => ("text", new JsonObject { ["term"] = words.Stretch(random, random.Next(1, 6)), ["analyze"] = true }),
        4 => ("phrase", Phrase(slop: 0)),
        5 => ("quote", Quote()),
        6 => ("slop", Phrase(slop: random.Next(1, 9))),
        7 or 8 => ("prefix", Prefix()),
        9 => ("wildcard", Wildcard()),
        _ => ("fuzzy", Fuzzy()),
    };

    private JsonObject Phrase(int slop)
    {
        var tokens = words.Run(random, random.Next(2, 6));
        var terms = new List<string>(tokens.Select(token => token.Term));
        var positions = new List<int>(tokens.Select(token => token.Position - tokens[0].Position));
        if (slop > 0)
        {
            Disturb(terms);
        }

        var tree = new JsonObject
        {
            ["phrase"] = new JsonArray([.. terms.Select(term => (JsonNode)term)]),
            ["slop"] = slop,
        };
        if (terms.Count == positions.Count && random.Next(3) > 0)
        {
            tree["positions"] = new JsonArray([.. positions.Select(position => (JsonNode)position)]);
        }

        return tree;
    }

    /// <summary>Words changed places, or one is left out or doubled.</summary>
    private void Disturb(List<string> terms)
    {
        int at = random.Next(terms.Count);
        switch (random.Next(4))
        {
            case 0:
                (terms[0], terms[at]) = (terms[at], terms[0]);
                break;
            case 1 when terms.Count > 2:
                terms.RemoveAt(at);
                break;
            case 2:
                terms.Insert(random.Next(terms.Count), terms[at]);
                break;
        }
    }

    private JsonObject Quote() => new()
    {
        ["phrase"] = words.Stretch(random, random.Next(2, 5)),
        ["analyze"] = true,
        ["slop"] = random.Next(2) * random.Next(4),
    };

    private JsonObject Prefix()
    {
        string term = words.Term(random);
        return new JsonObject { ["prefix"] = Cut(term, random.Next(1, 6)) };
    }

    private JsonObject Wildcard()
    {
        var shape = words.Term(random).ToCharArray().Select(letter => letter.ToString()).ToList();
        for (int changes = random.Next(1, 3); changes > 0; changes--)
        {
            int at = random.Next(shape.Count);
            shape[at] = random.Next(2) == 0 ? "?" : "*";
        }

        return new JsonObject { ["wildcard"] = string.Concat(shape) };
    }

    private JsonObject Fuzzy()
    {
        int edits = random.Next(3);
        string term = words.Term(random);
        for (int changes = random.Next(edits + 1); changes > 0; changes--)
        {
            term = Changed(term);
        }

        var tree = new JsonObject { ["fuzzy"] = term, ["edits"] = edits };
        if (random.Next(2) == 0)
        {
            tree["prefixLength"] = random.Next(4);
            tree["transpositions"] = random.Next(2) == 0;
            tree["maxExpansions"] = random.Next(1, 80);
        }

        return tree;
    }

    private string Changed(string term)
    {
        int at = random.Next(term.Length);
        char letter = Letters[random.Next(Letters.Length)];
        return random.Next(4) switch
        {
            0 => term.Insert(at, letter.ToString()),
            1 when term.Length > 1 => term.Remove(at, 1),
            2 when at > 0 => term[..(at - 1)] + term[at] + term[at - 1] + term[(at + 1)..],
            _ => term[..at] + letter + term[(at + 1)..],
        };
    }

    private static string Cut(string term, int length) => term[..Math.Min(term.Length, length)];
}
