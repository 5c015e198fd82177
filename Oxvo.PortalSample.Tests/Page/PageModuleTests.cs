namespace Oxvo.PortalSample.Tests.Page;

/// <summary>
/// The page's modules and the website's, by Node's own test runner. Their tests are in <c>Page/Scripts</c>.
/// </summary>
public sealed class PageModuleTests(PageModuleRun run) : IClassFixture<PageModuleRun>
{
    public static TheoryData<string, string> Tests => new(PageCopy.Listed.Select(test => (test.Value, test.Key)));

    [Theory]
    [MemberData(nameof(Tests))]
    public void A_module_does_what_its_test_says(string file, string test)
    {
        var ran = run.Results.TryGetValue(test, out var fault);

        Assert.True(ran, $"{file} did not run it.");
        Assert.True(fault is null, fault);
    }

    [Fact]
    public void Every_test_that_ran_is_listed() => Assert.Equal(PageCopy.Listed.Keys.Order(), run.Results.Keys.Order());
}

/// <summary>One run of all the modules' tests.</summary>
public sealed class PageModuleRun : IAsyncLifetime
{
    internal IReadOnlyDictionary<string, string?> Results { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        using var copy = new PageCopy();
        Results = await copy.RunAsync(PageCopy.Listed.Values.Distinct());
    }

    public ValueTask DisposeAsync() => default;
}
