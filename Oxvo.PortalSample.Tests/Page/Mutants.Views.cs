namespace Oxvo.PortalSample.Tests.Page;

/// <summary>What the page makes of data.</summary>
static partial class Mutants
{
    static readonly Mutant[] Views =
    [
        new("portal/page.js", "Text of the source of truth is markup.",
            "export const isolated = (text) => element('bdi', null, text);",
            "export const isolated = (text) => Object.assign(element('bdi'), { innerHTML: text });")
        {
            InNode = ["text of the source of truth is text in every view"],
        },
        new("portal/page.js", "Every address is a link, javascript too.",
            "origin?.startsWith('https:') || siteOrigins.includes(origin) ?", "url ?")
        {
            InNode =
            [
                "a javascript address is not a link",
                "a data address is not a link",
                "a plain http address is not a link",
            ],
        },
        new("portal/page.js", "A link may be plain http.", "origin?.startsWith('https:') ||", "origin ||")
        {
            InNode = ["a plain http address is not a link"],
        },
        new("portal/page.js", "A link may hold https anywhere.",
            """/^https?:\/\/[^/]+/""", """/https?:\/\/[^/]+/""")
        {
            InNode =
            [
                "a javascript address in disguise is not a link", "https in the middle of an address makes no link",
            ],
        },
        new("portal/page.js", "An address that begins as one of the site's does is a link.",
            "siteOrigins.includes(origin)", "siteOrigins.some((site) => url?.startsWith(site))")
        {
            InNode =
            [
                "a plain http address that only begins as the site’s does is not a link",
                "a plain http address with the site’s as its user is not a link",
            ],
        },
        new("portal/page.js", "A page that is opened can reach back.", "rel: 'noopener noreferrer'", "rel: 'opener'")
        {
            InNode = ["a link opens a new tab that cannot reach back and learns no address"],
        },
        new("portal/format.js", "Every amount is divided by a hundred.",
            "10 ** digits", "100")
        {
            InNode =
            [
                "a currency without minor units is not divided",
                "a currency of three decimals is divided by a thousand",
            ],
        },
        new("portal/format.js", "A day without a time moves with the zone.",
            "isDay(value) ? 'UTC' : timeZone", "timeZone")
        {
            InNode = ["a day without a time is the same day in every zone"],
        },
        new("portal/format.js", "Instants are in UTC whatever the customer’s zone is.",
            "isDay(value) ? 'UTC' : timeZone", "'UTC'")
        {
            InNode = ["a sentence of an instant tells its time and zone"],
        },
        new("portal/format.js", "Today is the day in UTC whatever the customer’s zone is.",
            "DateTimeFormat('sv', { timeZone })", "DateTimeFormat('sv', { timeZone: 'UTC' })")
        {
            InNode =
            [
                "what today is depends on the customer’s zone",
                "a parcel is late when its day is over in the customer’s zone",
            ],
        },
        new("portal/format.js", "An unknown zone breaks the page.",
            "isKnown('en', customer.timeZone) ? customer.timeZone : 'UTC'", "customer.timeZone")
        {
            InNode = ["an unknown zone reads as UTC"],
        },
        new("portal/format.js", "The day after tomorrow is a week away.",
            "distance > 1 && distance < 7", "distance > 2 && distance < 8")
        {
            InNode = ["a day two days ahead is a weekday", "a day a week ahead is a date"],
        },
        new("portal/format.js", "A parcel is late on its day.",
            "format.daysUntil(expectedOn) < 0", "format.daysUntil(expectedOn) <= 0")
        {
            InNode = ["a parcel is not late on its day"],
        },
        new("portal/format.js", "A delivered parcel is told like one on its way.",
            "status === 'delivered' && last?.at", "false")
        {
            InNode = ["a delivered parcel tells when"],
        },
        new("portal/format.js", "A parcel is silent a day too early.", "n >= silentDays", "n >= silentDays - 1")
        {
            InNode = ["a parcel with news of four days ago is not silent, counted on the customer’s calendar"],
        },
        new("portal/format.js", "Every delivery that failed is told as an attempt.",
            "status === 'failed' && last?.status === status && last.at", "status === 'failed' && last?.at")
        {
            InNode = ["a delivery that failed without an attempt says nothing of who was home"],
        },
        new("portal/format.js", "An order on its way is told by its refund.",
            "order.refund && !isOpen(order)", "order.refund")
        {
            InNode = ["an order that is open tells its parcel before a refund"],
        },
        new("portal/format.js", "What others are working on comes first.",
            "[...left.filter((task) => !isWithOthers(task)), ...left.filter(isWithOthers)]",
            "[...left.filter(isWithOthers), ...left.filter((task) => !isWithOthers(task))]")
        {
            InNode = ["the steps that a customer can do come before those that others are working on"],
        },
        new("portal/format.js", "The parcel that is best speaks for its order.",
            "weight(other) - weight(one)", "weight(one) - weight(other)")
        {
            InNode = ["a late parcel speaks first", "a failed parcel speaks first"],
        },
        new("portal/format.js", "A cancelled order is on its way.",
            "stages[order.status] ? order.shipments : []", "order.shipments")
        {
            InNode = ["a cancelled order is cancelled whatever its parcels say"],
        },
        new("portal/summary.js", "Every need is told, however many.", ".slice(0, MOST_NEEDS)", "")
        {
            InNode = ["three needs at most are told, in the portal’s order"],
        },
        new("portal/format.js", "What was paid is still owed.",
            "status === 'open' && amountDue", "amountDue")
        {
            InNode = ["a plan without a next charge tells its renewal"],
        },
        new("portal/format.js", "A need tells the first invoice, not its own.",
            "bills.invoices.items.find(({ number }) => number === ref)", "bills.invoices.items[0]")
        {
            InNode = ["a declined card tells what is to pay, when it was declined and what for"],
        },
        new("portal/format.js", "What is used up is over its limit.",
            "included !== null && used > included", "included !== null && used >= included")
        {
            InNode = ["what is used up to its limit is not over it"],
        },
        new("portal/format.js", "Of several plans the first speaks.",
            "ref === null || plan?.name === ref", "true")
        {
            InNode = ["of several plans the one is told that is meant"],
        },
        new("portal/summary.js", "What others are working on is told as the customer’s.",
            "if (isWithOthers(task)) return null;", "")
        {
            InNode = ["what others are working on is a quiet line"],
        },
        new("portal/summary.js", "The charge that comes last is told as the next.",
            "day(first) <= day(one)", "day(first) > day(one)")
        {
            InNode = ["of several charges the next is told"],
        },
        new("portal/page.js", "A need opens the account, not its view.",
            "{ 'data-open': view }, see", "{ 'data-open': 'account' }, see")
        {
            InNode = ["a need that leads nowhere opens its own view"],
        },
        new("portal/billing.js", "An invoice is overdue on its day.",
            "format.daysUntil(dueOn) < 0;", "format.daysUntil(dueOn) <= 0;")
        {
            InNode = ["an open invoice after its day is overdue"],
        },
        new("portal/onboarding.js", "What waits for the customer is with what others are working on.",
            "left.filter((task) => !isWithOthers(task))", "left.filter(({ status }) => status !== 'blocked')")
        {
            InNode = ["a blocked task tells what blocks it"],
        },
        new("portal/onboarding.js", "An optional step keeps all from being done.",
            "left.length === 0", "tasks.every(isFinished)")
        {
            InNode = ["when all is done one line says it, with the steps folded"],
        },
        new("portal/orders.js", "An amount that could not be read is nothing.",
            "price?.amount ?", "price ?")
        {
            InNode = ["a price that could not be read makes no total"],
        },
        new("portal/summary.js", "An order with a card is told twice.",
            "ref !== leading.number && needCard(orderNeed", "needCard(orderNeed")
        {
            InNode = ["an order with a card of its own is not told a second time"],
        },
        new("portal/orders.js", "Every checkpoint is shown at once.", "const SHOWN = 3;", "const SHOWN = 99;")
        {
            InNode = ["three checkpoints are shown and the earlier ones folded"],
        },
    ];
}
