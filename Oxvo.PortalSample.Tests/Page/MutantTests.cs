using Xunit.Sdk;

namespace Oxvo.PortalSample.Tests.Page;

/// <summary>
/// Every mutant of the table is killed: each test named beside it goes red while its change is in a copy of the served
/// files.
/// </summary>
[Trait("Category", "Exhaustive")]
public sealed class MutantTests(MutatedPages pages) : IClassFixture<MutatedPages>
{
    public static TheoryData<string> Faults => new(Mutants.All.Select(mutant => mutant.Fault));

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_mutant_is_killed_by_each_test_that_guards_against_it(string fault)
    {
        var mutant = Mutants.All.Single(m => m.Fault == fault);

        await pages.WithAsync(mutant, async () =>
        {
            Assert.DoesNotContain(await pages.RunInNodeAsync(mutant.InNode), result => result.Value is null);
            foreach (var test in mutant.InBrowser)
            {
                var fault = await Assert.ThrowsAnyAsync<Exception>(() => test(pages));
                Assert.SkipWhen(fault is SkipException, fault.Message); // without that engine nothing is shown
            }
        });
    }

    [Fact]
    public async Task Without_a_change_the_same_tests_are_green()
    {
        var tests = Mutants.All.SelectMany(mutant => mutant.InNode).Distinct().ToArray();

        foreach (var test in Mutants.All.SelectMany(mutant => mutant.InBrowser)) await test(pages);

        Assert.DoesNotContain(await pages.RunInNodeAsync(tests), result => result.Value is not null);
    }
}
