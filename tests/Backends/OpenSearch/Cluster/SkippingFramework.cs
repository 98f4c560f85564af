using System.Reflection;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestFramework("ProposalSearch.Backends.OpenSearch.Tests.Cluster.SkippingFramework", "ProposalSearch.Backends.OpenSearch.Tests")]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace ProposalSearch.Backends.OpenSearch.Tests.Cluster;

/// <summary>Runs tests as usual, and skips those that need a cluster, inherited ones too, where there is none.</summary>
public sealed class SkippingFramework(IMessageSink messages) : XunitTestFramework(messages)
{
    /// <inheritdoc/>
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Executor(AssemblyName assembly, ISourceInformationProvider sources, IMessageSink messages)
        : XunitTestFrameworkExecutor(assembly, sources, messages)
    {
        protected override void RunTestCases(
            IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions) =>
            base.RunTestCases(testCases.Select(Skipped), executionMessageSink, executionOptions);

        private IXunitTestCase Skipped(IXunitTestCase test) =>
            Reason(test.TestMethod.TestClass.Class.ToRuntimeType()) is null ? test : new SkippedTest(DiagnosticMessageSink, test);
    }

    private sealed class SkippedTest : XunitTestCase
    {
        [Obsolete("For serialization, which these do not need.")]
        public SkippedTest()
        {
        }

        public SkippedTest(IMessageSink messages, IXunitTestCase test)
            : base(messages, TestMethodDisplay.ClassAndMethod, TestMethodDisplayOptions.None, test.TestMethod, test.TestMethodArguments)
        {
        }

        protected override string GetSkipReason(IAttributeInfo factAttribute) =>
            Reason(TestMethod.TestClass.Class.ToRuntimeType())!;
    }

    /// <summary>Why tests of a class are not run; <see langword="null"/> where they are.</summary>
    private static string? Reason(Type tests) => !tests.IsAssignableTo(typeof(INeedsCluster)) ? null
        : TestCluster.Absent ?? (tests.IsAssignableTo(typeof(ITakesLong)) && !TestCluster.HasTime
            ? $"takes minutes: set {TestCluster.TimeVariable}=1" : null);
}

/// <summary>Tests that need a cluster.</summary>
internal interface INeedsCluster;

/// <summary>Tests that take minutes, and are run where somebody says so.</summary>
internal interface ITakesLong : INeedsCluster;
