namespace Oxvo.PortalSample.Tests.Page;

/// <summary>What leaves the portal when a customer asks about something, and when that is forgotten.</summary>
static partial class Mutants
{
    static readonly Mutant[] Ask =
    [
        new("portal/ask.js", "A question goes to any origin.", "reason }, [origin]);", "reason }, ['*']);")
        {
            InNode =
            [
                "nothing but kind and number and reason goes to the website, at its exact origin",
                "the website that proved is told and no other that is configured",
            ],
        },
        new("portal/ask.js", "What is on the page goes along with a question.",
            "kind, ref: about, reason }", "kind, ref: about, reason, page: words.views }")
        {
            InNode = ["nothing but kind and number and reason goes to the website, at its exact origin"],
        },
        new("portal/ask.js", "A number is sent however long it is.", ".slice(0, LONGEST)", "")
        {
            InNode = ["a title that is long or broken is sent as far as the website takes it"],
        },
        new("portal/ask.js", "An answer of another configured website counts.", " && event.origin === origin", "")
        {
            InNode = ["an answer from another configured website notes nothing"],
        },
        new("portal/ask.js", "An answer to another question counts.", " && answered === nonce", "")
        {
            InNode = ["an answer about another question notes nothing"],
        },
        new("portal/ask.js", "Whatever the website answers it has noted it.", "end(ok === true)", "end(true)")
        {
            InNode =
            [
                "what was not noted is said and can be sent again", "an answer that is only nearly yes notes nothing",
            ],
        },
        new("portal/ask.js", "A note is about everything of its customer.",
            "const key = `${kind} ${ref}`;", "const key = '';")
        {
            InNode = ["what was noted about one thing is not said of another"],
        },
        new("portal/ask.js", "An answer for the customer before is noted for the next one.",
            "if (isNoted) noted.set(key, reason);", "if (isNoted) desk.noted.set(key, reason);")
        {
            InNode = ["an answer for the customer before is not noted for the next one"],
        },
        new("portal/account.js", "What was noted is kept for the next customer.",
            "origin && desk.origin ? desk.noted : new Map()", "desk.noted")
        {
            InNode =
            [
                "what was noted is forgotten with the customer",
                "the website can be asked about what is shown and about nothing after that",
            ],
        },
        new("portal/page.js", "Each website is asked.", """
              if (desk.origin === null) return null;

            """,
            "")
        {
            InNode = ["where the website takes no questions there is no button"],
        },
        new("portal/main.js", "The website can be asked after its customer has gone.",
            "openDesk(account?.desk ?? null);", "if (account) openDesk(account.desk);")
        {
            InNode = ["the website can be asked about what is shown and about nothing after that"],
        },
        new("portal/main.js", "In a popout nothing is asked until somebody looks.",
            """
              if (isApart()) refreshIfSeen();

            """,
            "")
        {
            InNode = ["a popout asks for proof each half minute and drops an account that is not proved any more"],
        },
        new("portal/main.js", "An account stays where its website is closed.",
            "notice: 'apart' }, // a", "notice: 'apart', keepsAccount: true }, // a")
        {
            InNode = ["a popout whose website is closed keeps nothing"],
        },
    ];
}
