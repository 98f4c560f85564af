namespace ProposalSearch.Proposals.Sources;

/// <summary>Mappings of a question and its answer, as forms export them: <c>{question_id: 7, question: ..., answer: ...}</c>.</summary>
internal static class QuestionPairs
{
    private static readonly string[] QuestionKeys = ["question", "question text", "prompt", "field label"];
    private static readonly string[] QuestionLikeKeys = ["label", "q", "title", "name", "field", "key"];
    private static readonly string[] AnswerKeys = ["answer", "answer text", "response", "value", "a", "text"];

    /// <summary>Whether a mapping says of itself that it is a question and its answer.</summary>
    public static bool IsPair(SourceMap map) => Find(map, QuestionKeys)?.Value is SourceText && Find(map, AnswerKeys) is not null;

    /// <summary>
    /// The answer, under its question as the key; <see langword="null"/> where the mapping is no such pair. In a list that holds answers, a
    /// <c>title</c> or <c>name</c> may be the question too.
    /// </summary>
    public static SourceEntry? Read(SourceMap map)
        => (Find(map, QuestionKeys) ?? Find(map, QuestionLikeKeys))?.Value is SourceText { Text.Length: > 0 } question
            && Find(map, AnswerKeys) is { } answer
                ? answer with { Key = question.Text }
                : null;

    private static SourceEntry? Find(SourceMap map, string[] names)
        => names.Select(name => map.Find(key => Wording.Normalize(key) == name)).FirstOrDefault(static entry => entry is not null);
}
