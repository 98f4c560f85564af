namespace ProposalSearch.Proposals.Sources;

/// <summary>
/// Mappings of a question and its answer, as forms export them: <c>{question_id: 7, question: ..., answer: ...}</c>. The question may be a
/// thing of its own, with its text in one language or in several: <c>{question: {id: 7, question: {en: ...}}, answer: ...}</c>.
/// </summary>
internal static class QuestionPairs
{
    private static readonly string[] QuestionKeys = ["question", "question text", "prompt", "field label", "meta key"];
    private static readonly string[] QuestionLikeKeys = ["label", "q", "title", "name", "field", "key"];
    private static readonly string[] TextKeys = ["text", "label", "title", "name"];
    private static readonly string[] AnswerKeys = ["answer", "answer text", "response", "value", "meta value", "a", "text"];

    /// <summary>Whether a mapping says of itself that it is a question and its answer.</summary>
    public static bool IsPair(SourceMap map)
        => Find(map, QuestionKeys) is { } question && TextOf(question.Value) is not null && Find(map, AnswerKeys) is not null;

    /// <summary>
    /// The answer, under its question as the key; <see langword="null"/> where the mapping is no such pair. In a list that holds answers, a
    /// <c>title</c> or <c>name</c> may be the question too.
    /// </summary>
    public static SourceEntry? Read(SourceMap map)
        => (Find(map, QuestionKeys) ?? Find(map, QuestionLikeKeys)) is { } question
            && TextOf(question.Value) is { Length: > 0 } text
            && Find(map, AnswerKeys) is { } answer
                ? answer with { Key = text }
                : null;

    /// <summary>The text of a question; of one in several languages the first.</summary>
    private static string? TextOf(SourceValue question) => question switch
    {
        SourceText text => text.Text,
        SourceMap { Entries.Count: > 0 } map when map.Entries.All(IsOfALanguage) => ((SourceText)map.Entries[0].Value).Text,
        SourceMap map => (Find(map, QuestionKeys) ?? Find(map, TextKeys)) is { } inner ? TextOf(inner.Value) : null,
        _ => null,
    };

    private static bool IsOfALanguage(SourceEntry entry)
        => entry.Value is SourceText && entry.Key is [_, _] or [_, _, '-' or '_', _, _]
            && entry.Key.All(static letter => char.IsAsciiLetter(letter) || letter is '-' or '_');

    private static SourceEntry? Find(SourceMap map, string[] names)
        => names.Select(name => map.Find(key => Wording.Normalize(key) == name)).FirstOrDefault(static entry => entry is not null);
}
