using System.Text.Json;
using ProposalSearch.Search;
using Xunit;
using Xunit.Abstractions;

namespace ProposalSearch.Testing.Conformance;

/// <summary>
/// The dearest requests that could be thought of, on long real texts: whatever they are busy with, they look at the clock often, and what
/// is given up on the way
/// disturbs no later answer. A part of the conformance suite; a backend's test project derives from it, in a collection that runs by
/// itself.
/// </summary>
public abstract class TimeLimitConformance
{
    private const int Tries = 5;

    private static readonly string Patterns = string.Join(" OR ", "aeiounrtsl".Select(letter => $"*{letter}*"));

    private static readonly Dictionary<string, SearchRequest> Dear = new()
    {
        ["ten patterns"] = new() { Text = Patterns, Explain = true, PerPage = 100, Snippets = 5, SnippetLength = 600 },
        ["three letters"] = new() { Text = "*a* *b* *c*", PerPage = 100, Snippets = 5, SnippetLength = 600 },
        ["ten patterns within questions"] = new()
        {
            Text = $"in:evaluation in:place in:uniqueness ({Patterns})",
            Explain = true,
            PerPage = 100,
        },
        ["ten patterns, nested"] = new()
        {
            Text = string.Concat("aeiounrts".Select(letter => $"(*{letter}* OR x ")) + "*l*" + new string(')', 9),
            Explain = true,
            PerPage = 100,
        },
        ["ten misspelt words"] = new()
        {
            Text = string.Join(" OR ", "aeiounrtsl".Select(letter => $"co{letter}mun~2")),
            Explain = true,
            PerPage = 100,
        },
        ["ten phrases with a distance"] = new()
        {
            Text = string.Join(" OR ", "aeiounrtsl".Select(letter => $"\"the and of to in our {letter}\"~100")),
            Explain = true,
            PerPage = 100,
        },
        ["phrases of frequent words"] = new()
        {
            Text = string.Join(
                " OR ",
                Enumerable.Repeat("of the in the and the to the for the", 6)
                    .Index()
                    .Select(one => $"\"{one.Item} w{one.Index}\" OR \"of the\" OR \"in the\"")),
            PerPage = 100,
        },
        ["250 words"] = new()
        {
            Text = string.Join(" OR ", Enumerable.Range(0, 250).Select(number => $"w{number} program")),
            Explain = true,
            PerPage = 100,
        },
        ["words that nothing has"] = new()
        {
            Text = "povrety colege studnts comunity afordable hosing transprtation envirnment jobbs mentring",
        },
    };

    private readonly LookingClock _clock;
    private readonly ProposalIndex _index;
    private readonly ITestOutputHelper _output;

    /// <summary>Tests on an index.</summary>
    protected TimeLimitConformance(LongTexts texts, ITestOutputHelper output)
    {
        ArgumentNullException.ThrowIfNull(texts);
        (_index, _clock, _output) = (texts.Index, texts.Clock, output);
        _clock.Reset();
    }

    public static TheoryData<string> Names => [.. Dear.Keys];

    /// <summary>The best of several tries, since collecting garbage and compiling count too.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Search_Dear_LooksAtTheClockWithin20Milliseconds(string name)
    {
        var longest = TimeSpan.MaxValue;
        for (var tried = 0; tried < Tries && longest > TimeSpan.FromMilliseconds(20); tried++)
        {
            _clock.Reset();
            await _index.SearchAsync(Dear[name]);
            _clock.Note();
            longest = _clock.Longest < longest ? _clock.Longest : longest;
        }

        _output.WriteLine($"{name}: {_clock.Looks:N0} looks, {longest.TotalMilliseconds:0.0} ms between two at most");
        Assert.True(
            longest <= TimeSpan.FromMilliseconds(20),
            $"{name}: nobody looked at the clock for {longest.TotalMilliseconds:0.0} ms before{Environment.NewLine}{_clock.Where}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Search_GivenUpAnywhere_DisturbsNoOther(string name)
    {
        var expected = JsonSerializer.Serialize(await _index.SearchAsync(Dear[name]));
        var random = new Random(1);
        var looks = await Looks(Dear[name]); // Not those of the first search, which reads what is then remembered.
        for (var time = 0; time < 6; time++)
        {
            _clock.Reset();
            _clock.JumpsAfter = random.NextInt64(1, looks);
            await Assert.ThrowsAsync<SearchTimeExceededException>(async () => await _index.SearchAsync(Dear[name]));
        }

        _clock.Reset();
        Assert.Equal(expected, JsonSerializer.Serialize(await _index.SearchAsync(Dear[name])));
    }

    /// <summary>What is planned once looks at the clock about as often for a hundred accounts as for none.</summary>
    [Theory]
    [InlineData("ten patterns within questions")]
    [InlineData("ten patterns, nested")]
    [InlineData("ten misspelt words")]
    public async Task Search_WithAccountsOfAHundredHits_TakesNoMoreThanThreeTimesTheSteps(string name)
    {
        await Looks(Dear[name]); // What an engine reads when it is first asked for is none of it.
        var plain = await Looks(Dear[name] with { Explain = false, Snippets = 0 });
        var explained = await Looks(Dear[name] with { Snippets = 0 });

        _output.WriteLine($"{name}: {plain:N0} looks at the clock without accounts, {explained:N0} with them");
        Assert.InRange(explained, plain, 3 * plain);
    }

    [Fact]
    public async Task Search_CancelledOnTheWay_EndsAsCancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var search = Task.Run(async () =>
        {
            for (var number = 0; number < 1_000; number++)
            {
                await _index.SearchAsync(Dear["ten patterns"], cancellation.Token);
            }
        });
        cancellation.CancelAfter(TimeSpan.FromMilliseconds(300));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => search);
    }

    private async Task<long> Looks(SearchRequest request)
    {
        _clock.Reset();
        await _index.SearchAsync(request);
        return _clock.Looks;
    }
}
