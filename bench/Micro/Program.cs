using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Running;

// dotnet run -c Release --project bench/Micro -- --filter '*' --job short (or --list flat, or '*Queries*'; without --job short it takes ten
// times as long)
BenchmarkSwitcher.FromAssembly(typeof(ProposalSearch.Micro.PostingBlocks).Assembly).Run(
    args, DefaultConfig.Instance.AddDiagnoser(MemoryDiagnoser.Default));
