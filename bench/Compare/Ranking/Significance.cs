namespace ProposalSearch.Compare.Ranking;

/// <summary>
/// Whether two rankings differ by more than chance: the paired randomization test of R. Fisher, two-sided, on the mean difference
/// (M. Smucker, J. Allan and B. Carterette, "A comparison of statistical significance tests for information retrieval evaluation", 2007).
/// </summary>
internal static class Significance
{
    private const int Rounds = 100_000;
    private const int Seed = 20_261_128;

    /// <summary>
    /// How often a difference as great comes about where the sign of each query's difference is tossed, in a hundred thousand tosses with a
    /// fixed seed; never 0, since what was observed counts as one.
    /// </summary>
    public static double Of(IReadOnlyList<double> differences)
    {
        var random = new Random(Seed);
        double observed = Math.Abs(differences.Sum()) - 1e-12;
        int asGreat = 1;
        for (int round = 0; round < Rounds; round++)
        {
            double sum = 0;
            foreach (double difference in differences)
            {
                sum += (random.Next() & 1) == 0 ? difference : -difference;
            }

            asGreat += Math.Abs(sum) >= observed ? 1 : 0;
        }

        return asGreat / (Rounds + 1.0);
    }
}
