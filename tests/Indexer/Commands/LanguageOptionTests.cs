using ProposalSearch.Backends.Choice;
using Xunit;

namespace ProposalSearch.Indexer.Tests.Commands;

/// <summary>Which language an archive is searched in, and who says so.</summary>
public sealed class LanguageOptionTests : IDisposable
{
    private const string Spanish = "---\ntitle: Agua\n---\n"
        + "Vamos a abrir las escuelas de los barrios para que los niños tengan agua y no falte en el verano.\n";

    private const string English = "---\ntitle: Water\n---\n"
        + "We will open the schools of the quarter, so that children have water and it is never short.\n";

    private const string Polish = "---\ntitle: Woda\n---\n"
        + "Otworzymy szkoły dla dzieci, bo nie ma tu wody i to jest ważne dla nas oraz dla sąsiadów, także przy szkołach.\n";

    private readonly Console _console = new(KnownBackends.Of);

    public void Dispose() => _console.Dispose();

    [Fact]
    public void Build_TextsInALanguage_TellIt()
    {
        _console.Write("source/a.md", Spanish);

        Assert.Equal(0, _console.Build());

        Assert.Contains("Language    Spanish (told from the texts' function words)\n", _console.Out, StringComparison.Ordinal);
        Assert.Contains("1 of 1 proposals match escuela", Search("escuela"), StringComparison.Ordinal);
        Assert.Contains("match nino", Search("nino"), StringComparison.Ordinal);
    }

    [Fact]
    public void Build_TextsInTwoLanguages_SaysHowMuchIsInWhich()
    {
        _console.Write("source/a.md", Spanish).Write("source/b.md", Spanish).Write("source/c.md", English);

        Assert.Equal(0, _console.Build());

        Assert.Contains("Spanish (told from the texts' function words; of the text Spanish 68 %, English 31 %)", _console.Out);
    }

    [Fact]
    public void Build_ALanguageThatIsNamed_GoesBeforeSchemaAndTexts()
    {
        _console.Write("source/a.md", Spanish).Write("s.yml", "language: fr\n");
        var schema = Path.Combine(Path.GetDirectoryName(_console.Index)!, "s.yml");

        Assert.Equal(0, _console.Build("--schema", schema));
        Assert.Contains("Language    French (as the schema says)", _console.Out, StringComparison.Ordinal);
        Assert.Equal(0, _console.Build("--schema", schema, "--language", "ES-mx"));
        Assert.Contains("Language    Spanish (as asked for)", _console.Out, StringComparison.Ordinal);
        Assert.Equal(0, _console.Run("stats", "--index", _console.Index));
        Assert.Contains("Language   Spanish", _console.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_ALanguageThatNobodyKnows_ListsThoseThatAre()
    {
        _console.Write("source/a.md", Spanish).Write("s.yml", "extends: built-in\nlanguage: tlh\n");
        var schema = Path.Combine(Path.GetDirectoryName(_console.Index)!, "s.yml");

        Assert.Equal(2, _console.Build("--language", "tlh"));
        Assert.Contains("The language is 'tlh', which the backend 'lucene' does not know.", _console.Error, StringComparison.Ordinal);
        Assert.Contains("It may be ar (Arabic), bg (Bulgarian)", _console.Error, StringComparison.Ordinal);
        Assert.Equal(2, _console.Build("--schema", schema));
        Assert.Contains($"{schema}:2: 'language' is 'tlh'", _console.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_console.Index));
    }

    [Fact]
    public void Build_Thai_IsRefused()
    {
        _console.Write("source/a.md", Spanish);

        Assert.Equal(2, _console.Build("--language", "th"));
    }

    /// <summary>Characters that are typed side by side are found side by side, also within a longer word.</summary>
    [Theory]
    [InlineData("Japanese", "野菜の育て方を子どもたちに教えるため、学校の庭を開きます。カタカナの看板も作ります。", "育て方 カタ 庭", "菜野")]
    [InlineData("Chinese", "我们将为社区的孩子们开放一个花园，并教他们如何种植蔬菜。", "花园 种植蔬菜 园", "园花")]
    [InlineData("Korean", "우리는 동네 아이들을 위해 정원을 열고 채소를 기르는 법을 가르칠 것입니다.", "채소 정원 아이", "원정")]
    public void Search_ACharacterOrSeveral_FindsThemSideBySide(string language, string text, string found, string notFound)
    {
        _console.Write("source/a.md", $"---\ntitle: A\n---\n{text}\n");

        Assert.Equal(0, _console.Build());

        Assert.Contains($"Language    {language} (told", _console.Out, StringComparison.Ordinal);
        Assert.All(found.Split(' '), query => Assert.Contains("1 of 1 proposals match", Search(query), StringComparison.Ordinal));
        Assert.Contains("0 of 1 proposals match", Search(notFound), StringComparison.Ordinal);
    }

    [Fact]
    public void Build_ALanguageWithoutStems_IsSearchedByItsWordsAsTheyAreWritten()
    {
        _console.Write("source/a.md", Polish);

        Assert.Equal(0, _console.Build());

        Assert.Contains("the texts are Polish, of which the backend 'lucene' has no stems", _console.Out, StringComparison.Ordinal);
        Assert.Contains("1 of 1 proposals match szkoly", Search("szkoly"), StringComparison.Ordinal);
        Assert.Contains("Nothing has szkola; these are results for szkoly.", Search("szkola"), StringComparison.Ordinal);
    }

    [Fact]
    public void Build_ABackendThatDoesNotKnowTheLanguage_SaysSo()
    {
        _console.Write("source/a.md", Spanish);

        Assert.Equal(2, _console.Build("--backend", "embedded", "--language", "es"));
        Assert.Contains("'es', which the backend 'embedded' does not know.", _console.Error, StringComparison.Ordinal);
        Assert.Contains("It may be en (English), und (no language", _console.Error, StringComparison.Ordinal);
        Assert.Equal(0, _console.Build("--backend", "embedded"));
        Assert.Contains("the texts are Spanish, of which the backend 'embedded' has no stems", _console.Out, StringComparison.Ordinal);
        Assert.Contains("1 of 1 proposals match escuelas", Search("escuelas", "--backend", "embedded"), StringComparison.Ordinal);
        Assert.Contains("1 of 1 proposals match ninos", Search("ninos", "--backend", "embedded"), StringComparison.Ordinal);
    }

    /// <summary>Files that are not read again go on telling their language.</summary>
    [Fact]
    public void Build_Again_TellsWhatReadingEverythingWould()
    {
        _console.Write("source/a.md", Spanish);
        Assert.Equal(0, _console.Build());
        _console.Write("source/b.md", "---\ntitle: Short\n---\nNothing.\n");

        Assert.Equal(0, _console.Build());
        Assert.Contains("1 are as they were", _console.Out, StringComparison.Ordinal);
        Assert.Contains("Language    Spanish (told", _console.Out, StringComparison.Ordinal);

        _console.Write("source/b.md", English).Write("source/c.md", English).Write("source/d.md", English);
        Assert.Equal(0, _console.Build());
        Assert.Contains("Language    English (told", _console.Out, StringComparison.Ordinal);
        Assert.Contains("match school", Search("school"), StringComparison.Ordinal);
        Assert.Equal(0, _console.Build("--language", "es"));
        Assert.Contains("Language    Spanish (as asked for)", _console.Out, StringComparison.Ordinal);
    }

    private string Search(params string[] words)
    {
        _console.Run(["search", .. words, "--index", _console.Index]);
        return _console.Out;
    }
}
