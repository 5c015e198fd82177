using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Page;

/// <summary>The table of mutants keeps pace with the files that it breaks.</summary>
public sealed class MutantTableTests
{
    [Fact]
    public void Each_change_replaces_text_that_is_in_its_file_once()
    {
        var strays = Mutants.All
            .Where(mutant => File.ReadAllText(Checkout.File(mutant.Path)).Split(mutant.Find).Length != 2);

        Assert.Empty(strays.Select(mutant => $"{mutant.File}: {mutant.Fault}"));
    }

    [Fact]
    public void Each_fault_has_a_name_of_its_own_and_a_test_that_there_is()
    {
        Assert.Distinct(Mutants.All.Select(mutant => mutant.Fault));
        Assert.All(Mutants.All, mutant => Assert.NotEqual(0, mutant.InNode.Length + mutant.InBrowser.Length));
        Assert.Subset(PageCopy.Listed.Keys.ToHashSet(), Mutants.All.SelectMany(mutant => mutant.InNode).ToHashSet());
    }

    [Theory]
    [InlineData(Mutants.NoOriginCheck)]
    [InlineData(Mutants.NoSwitch)]
    [InlineData(Mutants.LateAnswer)]
    public void What_would_show_a_customer_to_another_is_killed_by_more_than_one_test(string fault)
    {
        var mutant = Mutants.All.Single(m => m.Fault == fault);

        Assert.InRange(mutant.InNode.Length + mutant.InBrowser.Length, 2, int.MaxValue);
    }
}
