using System.Globalization;
using Lucene.Net.Codecs;
using Lucene.Net.Store;
using ProposalSearch.Retrieval.Documents;
using LuceneDirectory = Lucene.Net.Store.Directory;

namespace ProposalSearch.Backends.Lucene.Storing;

/// <summary>
/// Blobs beside the segments: <c>blob_GENERATION_NAME</c>, each with Lucene's header and checksum. They are written and flushed
/// before the commit that
/// names them, and removed when no commit names them any more: Lucene leaves alone what it did not write.
/// </summary>
internal static class BlobFiles
{
    private const string Beginning = "blob_";
    private const string Format = "ProposalSearchBlob";

    /// <summary>Writes blobs under names that no file has yet.</summary>
    /// <returns>Their files by name.</returns>
    public static Dictionary<string, string> Write(LuceneDirectory directory, IReadOnlyList<IndexBlob> blobs)
    {
        int generation = In(directory).Select(GenerationOf).Append(0).Max() + 1;
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var blob in blobs)
        {
            string file = string.Create(CultureInfo.InvariantCulture, $"{Beginning}{generation}_{blob.Name}");
            files.Add(blob.Name, file);
            using var output = directory.CreateOutput(file, IOContext.DEFAULT);
            CodecUtil.WriteHeader(output, Format, 0);
            output.WriteBytes(blob.Bytes.ToArray(), blob.Bytes.Length);
            CodecUtil.WriteFooter(output);
        }

        directory.Sync(files.Values);
        return files;
    }

    /// <summary>The bytes of a blob.</summary>
    public static byte[] Read(IndexInput file)
    {
        var input = (IndexInput)file.Clone();
        input.Seek(0);
        CodecUtil.CheckHeader(input, Format, 0, 0);
        byte[] bytes = new byte[input.Length - input.Position - CodecUtil.FooterLength()];
        input.ReadBytes(bytes, 0, bytes.Length);
        return bytes;
    }

    /// <summary>The files of blobs in a folder.</summary>
    public static IEnumerable<string> In(LuceneDirectory directory) =>
        directory.ListAll().Where(file => file.StartsWith(Beginning, StringComparison.Ordinal));

    /// <summary>Removes the files of blobs that are not among some.</summary>
    public static void KeepOnly(LuceneDirectory directory, IEnumerable<string> files)
    {
        foreach (var file in In(directory).Except(files, StringComparer.Ordinal).ToList())
        {
            directory.DeleteFile(file);
        }
    }

    private static int GenerationOf(string file) =>
        int.TryParse(file.Split('_')[1], NumberStyles.None, CultureInfo.InvariantCulture, out int generation) ? generation : 0;
}
