using System.Text.Json;
using ProposalSearch.Backends.OpenSearch.Cluster;

namespace ProposalSearch.Backends.OpenSearch.Queries;

/// <summary>A query in the words of the cluster.</summary>
internal abstract record Clause
{
    /// <summary>Queries without parts in it: a server takes 1,024 in all.</summary>
    public abstract int Leaves { get; }

    /// <summary>Writes it, as an object.</summary>
    public abstract void Write(Utf8JsonWriter writer);
}

/// <summary>Matches nothing.</summary>
internal sealed record NoClause : Clause
{
    /// <summary>The one there is.</summary>
    public static NoClause Instance { get; } = new();

    /// <inheritdoc/>
    public override int Leaves => 1;

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("match_none");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}

/// <summary>A query without parts, or with few that always stand together.</summary>
/// <param name="Body">Writes what is within its object.</param>
/// <param name="Worth">What it can add to a score at most.</param>
/// <param name="Count">See <see cref="Clause.Leaves"/>.</param>
internal sealed record LeafClause(Action<Utf8JsonWriter> Body, float Worth, int Count = 1) : Clause
{
    /// <inheritdoc/>
    public override int Leaves => Count;

    /// <summary>The same within a query of a kind.</summary>
    public LeafClause In(string kind) => this with { Body = writer => writer.Member(kind, Body) };

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        Body(writer);
        writer.WriteEndObject();
    }
}

/// <summary>Several conditions.</summary>
/// <param name="Must">All must match, and score.</param>
/// <param name="Should">At least <paramref name="Minimum"/> must match; they score.</param>
/// <param name="Filter">All must match.</param>
/// <param name="Not">None may match.</param>
/// <param name="Minimum">How many of <paramref name="Should"/>.</param>
internal sealed record BoolClause(
    IReadOnlyList<Clause> Must, IReadOnlyList<Clause> Should, IReadOnlyList<Clause> Filter, IReadOnlyList<Clause> Not, int Minimum)
    : Clause
{
    /// <inheritdoc/>
    public override int Leaves => Must.Concat(Should).Concat(Filter).Concat(Not).Sum(clause => clause.Leaves);

    /// <summary>Several conditions, made plain where some of them match nothing.</summary>
    public static Clause Of(
        IReadOnlyList<Clause> must, IReadOnlyList<Clause> should, IReadOnlyList<Clause> filter, IReadOnlyList<Clause> not, int minimum)
    {
        Clause[] optional = [.. should.Where(clause => clause is not NoClause)];
        return must.Concat(filter).Any(clause => clause is NoClause) || optional.Length < minimum ? NoClause.Instance
            : must.Count + filter.Count == 0 && optional.Length == 0 ? NoClause.Instance
            : new BoolClause(must, optional, filter, [.. not.Where(clause => clause is not NoClause)], minimum);
    }

    /// <summary>Any of several; their scores add up.</summary>
    public static Clause Any(IReadOnlyList<Clause> clauses) => clauses.Count == 1 ? clauses[0] : Of([], clauses, [], [], 1);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("bool");
        Write(writer, "must", Must);
        Write(writer, "should", Should);
        Write(writer, "filter", Filter);
        Write(writer, "must_not", Not);
        writer.WriteNumber("minimum_should_match", Minimum);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, string name, IReadOnlyList<Clause> clauses)
    {
        if (clauses.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(name);
        foreach (var clause in clauses)
        {
            clause.Write(writer);
        }

        writer.WriteEndArray();
    }
}
