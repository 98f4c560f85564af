using System.Runtime.InteropServices;
using ProposalSearch.Engine.Analysis;
using ProposalSearch.Engine.Storage;

namespace ProposalSearch.Engine.Suggestions;

/// <summary>The file of an index that holds its lists of completions, each as <see cref="SuggestionFormat"/> says.</summary>
/// <remarks>
/// <code>
/// lists    one after the other, each on a multiple of 64
/// offsets  int64 for each list: where it begins, as SuggestionsWriter.Write returned it
/// count    int32: lists; int32: zero
/// </code>
/// Example: the end of a file of one list:
/// <code>
///  00 00 00 00 00 00 00 00   it begins at 0
///  01 00 00 00 00 00 00 00   1 list
/// </code>
/// </remarks>
internal static class CompletionsFile
{
    private const int CountBytes = 8;

    /// <summary>The name of the file as of a commit.</summary>
    public static string Name(long generation) => $"g{generation}.completions";

    /// <summary>Writes lists.</summary>
    public static SegmentFile Write(IndexDirectory directory, string name, IReadOnlyList<SuggestionsWriter> lists)
    {
        using var file = directory.CreateFile(name, FileKind.Suggestions);
        long[] offsets = [.. lists.Select(list => list.Write(file))];
        file.WriteValues<long>(offsets);
        file.WriteValues<int>([offsets.Length, 0]);
        return file.Complete();
    }

    /// <summary>Opens the lists of a file, which the caller holds.</summary>
    /// <exception cref="IndexDamagedException">The parts do not fit into the file.</exception>
    public static IReadOnlyList<SuggestionsReader> Open(MappedFile file, AnalysisOptions analysis)
    {
        long end = file.Length - CountBytes;
        int count = end < 0 ? -1 : MemoryMarshal.Read<int>(file.Slice(end, sizeof(int)));
        if (count < 0 || count > end / sizeof(long))
        {
            throw file.Damaged($"it states {count} lists of completions, which it has no room for.");
        }

        var normalizer = new TermNormalizer(analysis);
        var readers = new SuggestionsReader[count];
        var offsets = file.Slice<long>(end - count * (long)sizeof(long), count);
        for (int i = 0; i < count; i++)
        {
            readers[i] = SuggestionsReader.Open(file, offsets[i], normalizer);
        }

        return readers;
    }
}
