namespace Oxvo.PortalSample.Tests.Repository;

/// <summary>The count of what an integrator has to write.</summary>
public sealed class LineCountTests
{
    [Theory]
    [InlineData(0, "a b c", "a b c")]
    [InlineData(1, "a b c", "a b x c")]
    [InlineData(1, "a b c", "a x c")]
    [InlineData(1, "a b c", "a c")]
    [InlineData(2, "a b c", "x a b c y")]
    [InlineData(2, "a b c", "a x y c")]
    [InlineData(2, "a b c d", "a x d")]
    [InlineData(3, "a b", "x y z")]
    [InlineData(2, "a b a", "a a x b a")]
    [InlineData(3, "", "x y z")]
    public void Each_line_that_is_added_changed_or_removed_counts(int count, string before, string after)
    {
        var counted = LineCount.CountChanged(before.Replace(' ', '\n'), after.Replace(' ', '\n'));

        Assert.Equal(count, counted);
    }
}
