using Oxvo.PortalSample.Demo.Data;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>Every view of every customer, drawn by its module from the API's own answer.</summary>
[Collection(Running.Name)]
public sealed class ViewTests(WholeSample whole, ViewTests.Opened opened) : IClassFixture<ViewTests.Opened>
{
    public sealed class Opened(WholeSample whole) : IAsyncLifetime
    {
        internal PortalTab Tab { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Tab = await PortalTab.OpenAsync(whole.Sample);

        public ValueTask DisposeAsync() => Tab?.DisposeAsync() ?? default;
    }

    public static TheoryData<string> Identifiers =>
    [
        .. DemoDatabase.Read(Checkout.File("seed-data/customers.json"))
            .SelectMany(customer => customer.People).Select(person => person.Identifier),
    ];

    [Theory]
    [MemberData(nameof(Identifiers))]
    public async Task A_customers_own_names_and_numbers_are_in_every_view_and_nobody_elses(string identifier)
    {
        var answer = await whole.AnswerFor(identifier);

        foreach (var view in PortalTab.Views)
        {
            await opened.Tab.DrawAsync(view, answer);
            await AccountMarks.AssertShowsOnlyTheirsAsync(whole.Sample, identifier, view, answer, opened.Tab.Frame);
        }

        Assert.Empty(opened.Tab.Complaints);
    }
}
