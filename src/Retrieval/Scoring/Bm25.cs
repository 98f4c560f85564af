namespace ProposalSearch.Retrieval.Scoring;

/// <summary>
/// BM25 with the arithmetic of Lucene 8 and later: S. Robertson and H. Zaragoza, "The probabilistic relevance framework: BM25 and
/// beyond" (2009), without the constant factor <c>k1 + 1</c>, which changes no order.
/// <code>
/// score = boost * idf * f / (f + k1 * (1 - b + b * length / averageLength))
/// idf   = ln(1 + (N - n + 0.5) / (n + 0.5))
/// </code>
/// It grows with the frequency f and falls with the length, so that the impacts of a block bound its scores.
/// </summary>
public static class Bm25
{
    /// <summary>How fast further occurrences lose weight.</summary>
    public const float K1 = 1.2f;

    /// <summary>How much the length counts, 0 to 1.</summary>
    public const float B = 0.75f;

    /// <summary>
    /// With an inverse norm above this and a weight of <see cref="LeastTellingWeight"/> or more, any frequency scores more than 0: 1 + norm
    /// is not rounded to 1.
    /// </summary>
    public const float LeastTellingNorm = 1e-6f;

    /// <summary>Weights below this are so close to the smallest numbers there are that their scores may be rounded to 0.</summary>
    public const float LeastTellingWeight = 1e-20f;

    /// <summary>How rare a term is.</summary>
    /// <param name="documentFrequency">Documents that have it.</param>
    /// <param name="documents">
    /// Documents that have words at all. A stop word can be in more documents than that, in its exact form; it is taken to be in all.
    /// </param>
    /// <returns>More than 0.</returns>
    public static float InverseDocumentFrequency(long documentFrequency, long documents) =>
        (float)Math.Log(1 + (Math.Max(documents - documentFrequency, 0) + 0.5) / (documentFrequency + 0.5));

    /// <summary>For each length code, 1 divided by the part of the denominator that depends on the length.</summary>
    public static float[] InverseNorms(float averageLength)
    {
        var norms = new float[256];
        for (int code = 0; code < norms.Length; code++)
        {
            norms[code] = 1f / (K1 * (1 - B + B * LengthCode.Decode((byte)code) / averageLength));
        }

        return norms;
    }

    /// <summary>
    /// What frequency times inverse norm must be more than to score more than a threshold: a little less than the exact figure, so that
    /// rounding leaves out nothing. Negative where anything scores more; infinite where nothing can.
    /// </summary>
    public static float LeastProduct(float weight, float threshold) =>
        threshold <= 0 ? -1 : threshold >= weight ? float.PositiveInfinity : threshold / (weight - threshold) * 0.9999f;

    /// <summary>The score of a frequency.</summary>
    /// <param name="weight">Boost times inverse document frequency.</param>
    /// <param name="frequency">The frequency.</param>
    /// <param name="inverseNorm">From <see cref="InverseNorms"/>.</param>
    public static float Score(float weight, float frequency, float inverseNorm) => weight - weight / (1f + frequency * inverseNorm);
}
