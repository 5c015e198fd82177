using Oxvo.PortalSample.Demo.Data;

namespace Oxvo.PortalSample.Tests.Demo.Data;

/// <summary>
/// What the database would refuse without saying whose mistake it is, and what keeps hand-made numbers apart from the
/// volume's. The demo only reads the file.
/// </summary>
static class CustomerCheck
{
    const int MostDigits = 999_999;

    public static IEnumerable<string> Faults(IReadOnlyList<DemoCustomer> customers)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var customer in customers)
        {
            foreach (var (broken, rule) in Rules(customer))
                if (broken) yield return $"demo customer \"{customer.Identifier}\", {rule}.";
            foreach (var key in Keys(customer))
                if (!owners.TryAdd(key, customer.Identifier))
                    yield return $"{key} of demo customer \"{customer.Identifier}\" is taken by \"{owners[key]}\" "
                        + "already; choose another.";
        }
    }

    static IEnumerable<(bool Broken, string Rule)> Rules(DemoCustomer customer)
    {
        foreach (var person in customer.People)
        {
            yield return (person.Identifier.Length is 0 or > 128, "identifier: must have 1 to 128 characters");
            yield return (person.Identifier.StartsWith("demo-", StringComparison.Ordinal),
                "identifier: \"demo-\" is kept for the volume");
            yield return (person.Group is not ("everyday" or "wrong" or "hard"),
                "group: must be everyday, wrong or hard");
            yield return (person.ContactId is < 1 or > MostDigits, $"contactId: must be from 1 to {MostDigits}");
        }
        yield return (customer.Currency.Length != 3, "currency: must be an ISO 4217 code such as EUR");
        foreach (var order in customer.Orders ?? [])
        {
            yield return (order.Number.Length > 7,
                $"orders: the number \"{order.Number}\" has more than seven characters");
            yield return (order.Items.Any(item => item.Quantity < 1),
                $"orders: order {order.Number} has an item without a quantity");
        }
        foreach (var run in Subscriptions(customer).SelectMany(one => one.RepeatInvoices))
        {
            yield return (run.Count < 1 || run.PerDate < 1 || run.Totals.Count == 0,
                "repeatInvoices: count, perDate and totals must not be empty");
            yield return (run.Descriptions is { } all && all.Count != run.Totals.Count,
                "repeatInvoices: as many descriptions as totals must be given, or none");
            yield return (run.EveryDays + run.EveryMonths < 1,
                "repeatInvoices: everyDays or everyMonths must be given");
            yield return (run.FirstNumber < 1 || run.FirstNumber > MostDigits - run.Count,
                "repeatInvoices: numbers must have at most six digits");
        }
        foreach (var invoice in Invoices(customer))
            yield return (invoice.Number.Length > 10,
                $"invoices: the number \"{invoice.Number}\" has more than ten characters");
        yield return (customer.Invoices.Any(invoice => invoice.Description is null),
            "invoices: those beside a subscription must have a description");
    }

    static IEnumerable<string> Keys(DemoCustomer customer)
    {
        foreach (var person in customer.People)
        {
            yield return $"identifier \"{person.Identifier}\"";
            if (person.ContactId is { } id) yield return $"contactId {id}";
        }
        foreach (var order in customer.Orders ?? []) yield return $"order number \"{order.Number}\"";
        foreach (var invoice in Invoices(customer))
            yield return $"invoice number \"{invoice.Number}\"";
        foreach (var run in Subscriptions(customer).SelectMany(one => one.RepeatInvoices))
            for (var n = 0; n < run.Count; n++)
                yield return $"invoice number \"{run.Number(n)}\"";
    }

    public static IEnumerable<DemoSubscription> Subscriptions(DemoCustomer customer) =>
        customer.EarlierSubscriptions.Append(customer.Subscription).OfType<DemoSubscription>();

    public static IEnumerable<DemoInvoice> Invoices(DemoCustomer customer) =>
        Subscriptions(customer).SelectMany(one => one.Invoices).Concat(customer.Invoices);
}
