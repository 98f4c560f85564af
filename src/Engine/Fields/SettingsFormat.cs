using ProposalSearch.Analysis.Forms;
using ProposalSearch.Engine.Storage;
using ProposalSearch.Foundation.Bytes;
using ProposalSearch.Retrieval.Documents;

namespace ProposalSearch.Engine.Fields;

/// <summary>
/// The settings of an index as each of its segments keeps them.
/// <code>
/// file := forms:u8 analysis:u8 sectionGap:varint weightCount:varint weight:varint*
/// analysis := 1 fold accents + 2 drop stop words + 4 stem + 8 of no language, else of English
///
/// both forms, all three, gap 100, weights 3 and 1:  03 07 64 02 03 01
/// </code>
/// </summary>
internal static class SettingsFormat
{
    private const int Fold = 1;
    private const int Stop = 2;
    private const int Stem = 4;
    private const int NoLanguage = 8;

    /// <summary>Writes settings.</summary>
    public static void Write(FileWriter file, IndexSettings settings)
    {
        var analysis = settings.Analysis;
        file.WriteByte((byte)settings.Forms);
        file.WriteByte(Bits(analysis));
        file.WriteVarUInt32((uint)settings.SectionGap);
        file.WriteVarUInt32((uint)settings.SectionWeights.Count);
        foreach (int weight in settings.SectionWeights)
        {
            file.WriteVarUInt32((uint)weight);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static IndexSettings Read(OpenedFile file)
    {
        var bytes = file.Slice(0, (int)file.Length);
        int at = 2;
        int gap = (int)VarInt.Read(bytes, ref at);
        uint count = VarInt.Read(bytes, ref at);
        if (count > bytes.Length - at)
        {
            throw file.Damaged($"it states {count} weights of sections, which it has no room for.");
        }

        var weights = new int[count];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = (int)VarInt.Read(bytes, ref at);
        }

        return new IndexSettings
        {
            Forms = (TermForms)bytes[0],
            Analysis = ReadAnalysis(bytes[1]),
            SectionGap = gap,
            SectionWeights = weights,
        };
    }

    private static byte Bits(AnalysisOptions analysis) => (byte)(
        (analysis.FoldAccents ? Fold : 0)
        | (analysis.StopWords ? Stop : 0)
        | (analysis.Stem ? Stem : 0)
        | (analysis.Language == BuiltInLanguages.None ? NoLanguage : 0));

    private static AnalysisOptions ReadAnalysis(byte bits) => new()
    {
        Language = (bits & NoLanguage) != 0 ? BuiltInLanguages.None : BuiltInLanguages.English,
        FoldAccents = (bits & Fold) != 0,
        StopWords = (bits & Stop) != 0,
        Stem = (bits & Stem) != 0,
    };
}
