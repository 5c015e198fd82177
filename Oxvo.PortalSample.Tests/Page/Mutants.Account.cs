using Oxvo.PortalSample.Tests.Browser;

namespace Oxvo.PortalSample.Tests.Page;

/// <summary>What the page hears, asks and takes for a proof.</summary>
static partial class Mutants
{
    static readonly Mutant[] Account =
    [
        new("portal/account.js", NoOriginCheck, "source === from && origins.has(origin)", "source === from")
        {
            InNode =
            [
                "a claim of another origin is ignored",
                "a word of another origin is not the website’s",
                "an answer of another origin is not heard",
                "a page of another origin that opened the messenger is not heard",
            ],
            InBrowser =
            [
                pages => new MessageTests(pages.Among)
                    .An_origin_that_looks_like_the_messengers_is_not_heard(),
                .. InEach((tests, engine) => tests.What_is_said_from_another_origin_or_window_changes_nothing(engine)),
            ],
        },
        new("portal/account.js", "The source of a message is not checked.",
            "source === from && origins.has(origin)", "origins.has(origin)")
        {
            InNode =
            [
                "a claim from another window is ignored",
                "a word from a window that is not on top is not the website’s",
                "an answer from another window is not heard",
            ],
            InBrowser = [pages => new MessageTests(pages.Among).Another_frame_of_the_messengers_origin_is_not_heard()],
        },
        new("portal/account.js", "An origin needs only to begin like a known one.",
            "origins.has(origin)", "[...origins].some((known) => origin.startsWith(known))")
        {
            InNode =
            [
                "an origin that begins like the messenger’s is ignored",
                "an origin that begins like the website’s is not heard",
            ],
        },
        new("portal/account.js", "A known origin needs only to begin like the one that speaks.",
            "origins.has(origin)", "[...origins].some((known) => known.startsWith(origin))")
        {
            InNode = ["a part of the messenger’s origin is ignored"],
        },
        new("portal/account.js", "An origin needs only to hold a known one.",
            "origins.has(origin)", "[...origins].some((known) => origin.includes(known))")
        {
            InNode = ["an origin that ends like the messenger’s is ignored"],
        },
        new("portal/account.js", "The website may claim for the messenger.",
            "window.parent, messengers", "window.parent, new Set([...messengers, ...sites])")
        {
            InNode = ["the website is not a messenger"],
        },
        new("portal/account.js", "The messenger may speak for the website.",
            "findSite(), sites", "findSite(), new Set([...messengers, ...sites])")
        {
            InNode = ["the messenger is not a website"],
        },
        new("portal/account.js", "A frame that is not on top may speak for the website.",
            "findSite(), sites", "event.source, sites")
        {
            InNode =
            [
                "a word from a window that is not on top is not the website’s",
                "a window of the website that did not open the messenger is not heard",
                "the messenger at the top does not speak for the website",
            ],
            InBrowser =
            [
                pages => new ProofTests(pages.Among)
                    .A_proof_from_a_frame_of_the_website_that_is_not_on_top_is_not_heard(),
            ],
        },
        new("portal/account.js", "Whoever opened the website is heard like the website.",
            """
              if (!isApart()) return window.top;

            """,
            "")
        {
            InNode = ["below a website only what is on top is asked and heard, whoever opened it"],
        },
        new("portal/account.js", "Without a website a word from nowhere is heard.", "from && source", "source")
        {
            InNode = ["a web view has no website to ask or to hear"],
        },
        new("portal/account.js", "A website that is closed is asked.", "opener && !opener.closed", "opener")
        {
            InNode = ["an opener that is closed is not asked or heard"],
        },
        new("portal/account.js", "A page in no frame takes its opener for the website.",
            "window.parent !== window && ", "")
        {
            InNode = ["a page that is not in a frame has no messenger and takes no opener for the website"],
        },
        new("portal/account.js", "A website that takes no questions is asked.",
            "Array.isArray(can) && can.includes('ask') ? origin : null", "origin")
        {
            InNode = ["a website that can do something else takes no questions"],
        },
        new("portal/account.js", "A malformed identifier falls back to the id.",
            "return { identifier: null, id: null };", "return { identifier: null, id };")
        {
            InNode = ["an empty identifier does not fall back to the id", "an object is not an identifier"],
        },
        new("portal/account.js", "An identifier is trimmed.",
            "return { identifier, id: isId", "return { identifier: identifier?.trim() ?? null, id: isId")
        {
            InNode = ["nothing in an identifier is trimmed or folded"],
        },
        new("portal/account.js", "Control characters pass in an identifier.", """ && !/\p{Cc}/u.test(value)""", "")
        {
            InNode = ["a zero character spoils an identifier", "a line end spoils an identifier"],
        },
        new("portal/account.js", "An identifier may have any length.", " && value.length <= 128", "")
        {
            InNode = ["an identifier of 129 characters does not fall back to the id"],
        },
        new("portal/account.js", "Anything greater than zero is an id.",
            "Number.isSafeInteger(value) && value > 0", "value > 0")
        {
            InNode =
            [
                "digits in a string are not an id", "a fraction is not an id", "a number that is not exact is not an id",
            ],
        },
        new("portal/account.js", "Any object is taken for a plain one.",
            "value && Object.getPrototypeOf(value) === Object.prototype", "value && typeof value === 'object'")
        {
            InNode = ["what a payload inherits is not read", "a payload in a list is ignored"],
        },
        new("portal/account.js", "The version of a message is not compared.", " && words.v === 1", "")
        {
            InNode = ["a word of another version is not heard", "a version in text is not heard"],
        },
        new("portal/account.js", "The nonce of an answer is not compared.",
            """
                  if (words.nonce !== nonce) return;

            """,
            "")
        {
            InNode = ["an answer to another question is not heard"],
        },
        new("portal/account.js", "Every question has the same nonce.",
            "crypto.getRandomValues(new Uint32Array(4)).join('-')", "'00000000-0'")
        {
            InNode = ["every question has a nonce of its own"],
        },
        new("portal/account.js", "The question is posted to any origin.",
            "...message }, origin)", "...message }, '*')")
        {
            InNode =
            [
                "the website on top is asked at its exact origin and told nothing but a nonce",
                "the page that opened the messenger is asked at exact origins and told nothing but a nonce",
            ],
        },
        new("portal/account.js", "Whoever is on top is asked.",
            "siteOrigins.filter((origin) => origin === top)", "[top]")
        {
            InNode = ["a page on top that is not configured is not asked"],
        },
        new("portal/account.js", "A question that is given up still hears its answer.",
            """
                signal.addEventListener('abort', () => end({ error: 'none' }));

            """,
            "")
        {
            InNode = ["a question that is given up is not repeated and hears no answer"],
        },
        new("portal/account.js", "The question is repeated while its answer is on the way.",
            """
                  if (words.type !== 'portal.token.pending') return;
                  clearInterval(asking);
            """,
            "      if (words.type !== 'portal.token.pending') return;")
        {
            InNode = ["after pending the question is not repeated"],
        },
        new("portal/account.js", "A token is any text that begins like one.",
            """/^[\w-]+\.[\w-]+\.[\w-]+$/""", """/^[\w-]+\.[\w-]+\.[\w-]+/""")
        {
            InNode = ["a line end is not part of a token", "four parts are not a token"],
        },
        new("portal/account.js", "A token may have any length.", " && value.length <= 4096", "")
        {
            InNode = ["more than 4096 characters are not a token"],
        },
        new("portal/account.js", "A token beside a no is taken.", "if (ok && isToken(token))", "if (isToken(token))")
        {
            InNode = ["a token beside a no is not taken"],
        },
        new("portal/account.js", "The token is kept in the browser’s storage.",
            "return { token, subject: subjectOf(token), desk };",
            "return sessionStorage.setItem('token', token) ?? { token, subject: subjectOf(token), desk };")
        {
            InNode = ["a proof is kept in no storage of the browser"],
        },
        new("portal/account.js", "The token is in the address.", "?${key}`", "?${key}&token=${token}`")
        {
            InNode = ["the token goes to the portal in a header alone, on the page’s own connection, and follows no redirect"],
        },
        new("portal/account.js", "The read opens a connection of its own.",
            "headers: { Authorization", "credentials: 'omit', headers: { Authorization")
        {
            InNode = ["the token goes to the portal in a header alone, on the page’s own connection, and follows no redirect"],
        },
        new("portal/account.js", "The token follows a redirect.",
            """
                  redirect: 'error',

            """,
            "")
        {
            InNode = ["the token goes to the portal in a header alone, on the page’s own connection, and follows no redirect"],
        },
        new("portal/account.js", "The id is used where there is an identifier.",
            "identifier === null ? { id }", "id !== null ? { id }")
        {
            InNode = ["the token goes to the portal in a header alone, on the page’s own connection, and follows no redirect"],
        },
        new("portal/account.js", "An account of somebody else is no error of its own.", "403: 'mismatch', ", "")
        {
            InNode = ["a key that is not the customer’s is told from other faults"],
        },
        new("portal/account.js", "A 404 of another server is taken for an empty account.",
            "answer.status === 404 && ", "false && ")
        {
            InNode =
            [
                "a 404 of a site in front of the portal is not a word about the account",
                "a 404 that is not the portal’s is an error",
            ],
        },
        new("portal/account.js", "The account is asked for at the root of the host.",
            "fetch(`api/", "fetch(`/api/")
        {
            InNode = ["the id is asked for only where there is no identifier"],
        },
        new("portal/account.js", "A busy portal is asked again at once.",
            "Number(answer.headers.get('Retry-After')) || 0", "0")
        {
            InNode = ["a busy portal tells how long to wait"],
        },
    ];
}
