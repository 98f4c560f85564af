using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ProposalSearch.Load;

/// <summary>
/// Sends each hostile request alone, and tells the bytes of its answer, the processor time that it took, and the most memory that the
/// host's process had meanwhile, by what Linux counts (VmHWM, set back before each request).
/// </summary>
internal static class Largest
{
    private const long MostBytes = 16_000_000;
    private const long MostMemory = 400;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(2.2);

    /// <summary>Returns 0 where all stay under 16 MB of answer, 400 MB of memory and 2.2 s of the processor.</summary>
    public static async Task<int> RunAsync(Uri host, int process)
    {
        using var client = new HttpClient { BaseAddress = host, Timeout = TimeSpan.FromMinutes(2) };
        var (largest, peak, dearest) = (0L, 0L, TimeSpan.Zero);
        Console.WriteLine("  request KB  status   answer KB   peak MB   CPU ms  what it tries");
        var search = JsonDocument.Parse(await client.GetStringAsync(new Uri("/v1/search?per_page=1", UriKind.Relative))).RootElement;
        foreach (var request in Requests.All(search.GetProperty("hits")[0].GetProperty("url").GetString()!))
        {
            await File.WriteAllTextAsync($"/proc/{process}/clear_refs", "5");
            var before = Processor(process);
            var (status, bytes) = await SendAsync(client, request);
            var (memory, took) = (PeakMegabytes(process), Processor(process) - before);
            (largest, peak) = (Math.Max(largest, bytes), Math.Max(peak, memory));
            dearest = took > dearest ? took : dearest;
            var size = (request.Address.Length + (request.Body?.Length ?? 0)) / 1000.0;
            var method = request.Body is null ? "GET" : "POST";
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{size,12:N1}  {status,6}  {bytes / 1000.0,10:N1}  {memory,8:N0}  "
                    + $"{took.TotalMilliseconds,7:N0}  {method} {request.Name}"));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"largest answer {largest / 1e6:N1} MB, peak memory {peak:N0} MB, "
                + $"dearest request {dearest.TotalSeconds:N2} s of the processor"));
        return largest < MostBytes && peak < MostMemory && dearest < MostTime ? 0 : 1;
    }

    private static async Task<(int Status, long Bytes)> SendAsync(HttpClient client, HostileRequest request)
    {
        var method = request.Body is null ? HttpMethod.Get : HttpMethod.Post;
        using var message = new HttpRequestMessage(method, new Uri(request.Address, UriKind.Relative));
        message.Content = request.Body is null ? null : new StringContent(request.Body, Encoding.UTF8, "application/json");
        message.Headers.Accept.ParseAdd("text/html");
        using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();
        var (buffer, bytes) = (new byte[64 * 1024], 0L);
        for (var read = -1; read != 0; bytes += read)
        {
            read = await body.ReadAsync(buffer);
        }

        return ((int)response.StatusCode, bytes);
    }

    private static TimeSpan Processor(int process)
    {
        using var host = Process.GetProcessById(process);
        return host.TotalProcessorTime;
    }

    private static long PeakMegabytes(int process)
    {
        var line = File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
    }
}
