using System.Text.Json.Serialization;

namespace ProposalSearch.SearchHost.Algolia;

/// <summary>Generated code for the little JSON that is not written piece by piece.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class AlgoliaJson : JsonSerializerContext;
