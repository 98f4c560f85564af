using BenchmarkDotNet.Running;

// dotnet run -c Release --project bench/Micro -- --filter '*'     (or --list flat, or '*Queries*')
BenchmarkSwitcher.FromAssembly(typeof(ProposalSearch.Micro.PostingBlocks).Assembly).Run(args);
