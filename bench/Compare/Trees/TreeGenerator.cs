using System.Text.Json.Nodes;

namespace ProposalSearch.Compare.Trees;

/// <summary>
/// Makes query trees: half of them plain (a term, a phrase, a set of terms), half boolean, nested to a depth of three. Phrases come
/// from the text, so that most find something; fuzzy words are words of the dictionary with letters changed.
/// </summary>
internal sealed class TreeGenerator(CorpusWords words, Random random)
{
    private const int Deepest = 3;
    private readonly PlainTrees _plain = new(words, random);

    /// <summary>The next tree and what kind it is.</summary>
    public (string Kind, JsonObject Tree) Next()
    {
        words.Choose(random);
        var (kind, tree) = random.Next(2) == 0 ? _plain.Next() : Boolean(1);
        return (kind, Decorated(tree, 8));
    }

    private (string Kind, JsonObject Tree) Boolean(int depth) => random.Next(5) switch
    {
        0 => ("and", new JsonObject { ["and"] = Items(2, 4, depth, withNot: false) }),
        1 => ("or", Or(depth)),
        2 => ("not", new JsonObject { [random.Next(2) == 0 ? "and" : "or"] = Items(2, 5, depth, withNot: true) }),
        _ => ("bool", Bool(depth)),
    };

    private JsonObject Or(int depth)
    {
        var items = Items(2, 6, depth, withNot: random.Next(4) == 0);
        int count = items.Count;
        var tree = new JsonObject { ["or"] = items };
        if (random.Next(2) == 0)
        {
            tree["minimum"] = random.Next(1, count + 1);
        }

        return tree;
    }

    private JsonObject Bool(int depth)
    {
        var inner = new JsonObject();
        foreach (var (name, most) in new[] { ("must", 2), ("should", 4), ("filter", 2), ("not", 2) })
        {
            if (random.Next(2) == 0)
            {
                inner[name] = Items(1, most, depth, withNot: false);
            }
        }

        if (inner["should"] is JsonArray should && random.Next(3) == 0)
        {
            inner["minimum"] = random.Next(1, should.Count + 1);
        }
        else if (inner["must"] is null && inner["filter"] is null && inner["should"] is null)
        {
            inner["must"] = Item(depth);
        }

        return new JsonObject { ["bool"] = inner };
    }

    private JsonArray Items(int least, int most, int depth, bool withNot)
    {
        var items = new JsonArray();
        for (int left = random.Next(least, most + 1); left > 0; left--)
        {
            items.Add(Item(depth));
        }

        if (withNot)
        {
            items.Insert(random.Next(items.Count + 1), new JsonObject { ["not"] = Item(depth) });
        }

        return items;
    }

    private JsonObject Item(int depth) =>
        Decorated(depth < Deepest && random.Next(3) == 0 ? Boolean(depth + 1).Tree : _plain.Next().Tree, 12);

    /// <summary>Sometimes a boost, sometimes a constant score.</summary>
    private JsonObject Decorated(JsonObject tree, int oneIn)
    {
        if (random.Next(oneIn) == 0)
        {
            tree["boost"] = random.Next(1, 12) / 4f;
        }

        if (random.Next(oneIn * 2) == 0)
        {
            tree["constant"] = true;
        }

        return tree;
    }
}
