using Oxvo.PortalSample.Tests.Browser;

namespace Oxvo.PortalSample.Tests.Page;

/// <summary>When the page lets go of a customer, and what it shows to whom.</summary>
static partial class Mutants
{
    static readonly Mutant[] Main =
    [
        new("portal/main.js", NoSwitch,
            "if (claim && (claim.identifier !== state.claim?.identifier || claim.id !== state.claim.id)) {",
            "if (claim && !state.claim) {")
        {
            InNode =
            [
                "another claim clears the page before anything is proved",
                "a claim that changes its id alone is another customer",
                "a late answer of the customer before is not drawn",
            ],
            InBrowser =
            [
                pages => new ChangeTests(pages.Whole)
                    .After_a_switch_of_customers_nothing_of_the_first_is_left("Account status"),
                pages => new ForgettingTests(pages.Among)
                    .A_change_of_customer_clears_the_page_before_anything_is_proved(),
            ],
        },
        new("portal/main.js", LateAnswer, "state.work = work;", "state.work = { abort() {} };")
        {
            InNode =
            [
                "a late answer of the customer before is not drawn",
                "an answer on its way when the customer signs out is not drawn",
            ],
            InBrowser =
            [
                pages => new ChangeTests(pages.Whole).A_late_answer_of_the_customer_before_is_dropped(),
                pages => new ForgettingTests(pages.Among).A_late_answer_of_the_customer_before_is_not_drawn(),
                pages => new ForgettingTests(pages.Among).An_answer_on_its_way_at_a_sign_out_is_not_drawn(),
            ],
        },
        new("portal/main.js", "The old customer stays until the new one is proved.",
            """
            function startOver() {
              transition('changed');
            """,
            "function startOver() {")
        {
            InNode = ["another claim clears the page before anything is proved"],
            InBrowser =
            [
                pages => new ForgettingTests(pages.Among)
                    .A_change_of_customer_clears_the_page_before_anything_is_proved(),
            ],
        },
        new("portal/main.js", "A messenger that flutters uses up its customer's questions.",
            "else if (mayAskNow()) refresh();", "else refresh();")
        {
            InNode =
            [
                "five changes of customer in a minute are asked for at once and a sixth only when it stays",
                "a messenger that flutters leaves the customer enough questions for the minute",
            ],
        },
        new("portal/main.js", "A sign-out is not heard.",
            "if (type === 'portal.signed_out') {", "if (type === 'portal.sign_out') {")
        {
            InNode = ["a sign-out clears the page"],
            InBrowser = [pages => new ForgettingTests(pages.Among).A_sign_out_clears_the_page()],
        },
        new("portal/main.js", "A sign-out leaves the answer on its way.",
            """
                transition('changed');
                transition('signed_out');
            """,
            "    transition('signed_out');")
        {
            InNode = ["an answer on its way when the customer signs out is not drawn"],
            InBrowser = [pages => new ForgettingTests(pages.Among).An_answer_on_its_way_at_a_sign_out_is_not_drawn()],
        },
        new("portal/main.js", "A page that is left keeps its customer.",
            """
            addEventListener('pagehide', () => { transition('left'); });

            """,
            "")
        {
            InNode = ["a page that is left waits with nothing on it and starts over when it is restored"],
            InBrowser =
            [
                pages => new ChangeTests(pages.Whole)
                    .A_page_restored_from_the_back_forward_cache_shows_nothing_until_it_is_proved_again(),
            ],
        },
        new("portal/main.js", "A proof of another customer keeps the data that is shown.",
            "state.account?.subject === proof.subject ? state.account : null", "state.account")
        {
            InNode = ["a proof of another customer clears the page before their data is there"],
            InBrowser =
            [
                pages => new ForgettingTests(pages.Among)
                    .A_proof_of_another_customer_clears_the_page_before_their_data_is_there(),
            ],
        },
        new("portal/main.js", "The old data stays until the new customer’s is there.",
            """
              if (!shown) transition('asking');

            """,
            "")
        {
            InNode = ["a proof of another customer clears the page before their data is there"],
            InBrowser =
            [
                pages => new ForgettingTests(pages.Among)
                    .A_proof_of_another_customer_clears_the_page_before_their_data_is_there(),
            ],
        },
        new("portal/main.js", "Old data stays after a token was refused.",
            "notice: 'refused' }", "notice: 'refused', keepsAccount: true }")
        {
            InNode = ["a refresh that is refused twice keeps nothing"],
            InBrowser =
            [
                pages => new ForgettingTests(pages.Among)
                    .A_token_that_is_refused_twice_is_asked_for_no_more_and_leaves_nothing(),
            ],
        },
        new("portal/main.js", "A token that is refused is asked for without end.",
            "answer.error === 'refused' && !isSecondTry", "answer.error === 'refused'")
        {
            InNode = ["a token that is refused twice is an error"],
            InBrowser =
            [
                pages => new ForgettingTests(pages.Among)
                    .A_token_that_is_refused_twice_is_asked_for_no_more_and_leaves_nothing(),
            ],
        },
        new("portal/main.js", "An app shows another section than its own.",
            "billing: () => import('./billing.js')", "billing: () => import('./orders.js')")
        {
            InBrowser =
            [
                pages => new ForgettingTests(pages.Among)
                    .An_app_of_one_view_shows_its_own_section("billing", "Invoice of mira"),
            ],
        },
        new("portal/main.js", "An app of one view shows the summary.",
            "let wanted = search.get('view');", "let wanted = null;")
        {
            InNode = ["an app of one view shows that view and no way up"],
            InBrowser =
            [
                pages => new ForgettingTests(pages.Among)
                    .An_app_of_one_view_shows_its_own_section("orders", "Mug of mira"),
                pages => new ForgettingTests(pages.Among)
                    .An_app_of_one_view_shows_its_own_section("onboarding", "Task of mira"),
            ],
        },
        new("portal/main.js", "Proof is asked for without a claim that can be used.",
            "state.claim !== null && (state.claim.identifier ?? state.claim.id) !== null", "state.claim !== null")
        {
            InNode = ["a claim that cannot be used is anonymous", "nothing is asked for a claim that cannot be used"],
            InBrowser =
            [
                pages => new ClaimTests(pages.Among)
                    .Without_a_usable_identifier_or_id_a_visitor_is_anonymous_and_nothing_is_asked_for(),
            ],
        },
        new("portal/main.js", "Every message loads the account, a repeated one too.",
            "(claim.identifier !== state.claim?.identifier || claim.id !== state.claim.id)", "true")
        {
            InNode = ["a claim that is repeated loads nothing"],
            InBrowser = [pages => new ClaimTests(pages.Among).A_thousand_equal_claims_are_one_question()],
        },
        new("portal/main.js", "A mismatch leaves the account until it is sure.",
            """
                transition('asking');
                const isForgotten
            """,
            "    const isForgotten")
        {
            InNode = ["a mismatch leaves nothing while it may still mend itself"],
        },
        new("portal/main.js", "Who has just signed out is told that another is signed in.",
            "if (isForgotten && !signal.aborted) return ask(signal, true);", "")
        {
            InNode = ["a sign-out that ends at the website after the messenger has forgotten is no mismatch"],
        },
        new("portal/main.js", "A refresh that fails forgets the account.",
            "notice: 'unavailable', keepsAccount: true", "notice: 'unavailable'")
        {
            InNode = ["a refresh that fails keeps the account with its age"],
        },
        new("portal/main.js", "A refresh that is busy forgets the account.",
            "notice: 'busy', keepsAccount: true", "notice: 'busy'")
        {
            InNode = ["a refresh that is busy keeps the account with its age"],
        },
        new("portal/main.js", "The account stays where the customer has signed out.",
            "{ phase: unproved, notice: unproved }", "{ phase: unproved, notice: unproved, keepsAccount: true }")
        {
            InNode = ["a refresh after a sign-out keeps nothing"],
        },
        new("portal/main.js", "A retry does not wait as long as the portal tells.",
            "action === 'retry' && Date.now() >= state.retryAt", "action === 'retry'")
        {
            InNode = ["a retry waits as long as the portal tells"],
        },
        new("portal/main.js", "A notice that stays is drawn again.",
            """
              if (notice !== null && notice === state.notice) return;

            """,
            "")
        {
            InNode = ["a notice that stays is not drawn again"],
        },
        new("portal/main.js", "A fault in a view is swallowed.",
            """
                console.error(error); // for those who edit a view

            """,
            "")
        {
            InNode = ["a fault in a view reaches the console and leads to an error"],
            InBrowser =
            [
                pages => new TroubleTests(pages.Whole)
                    .A_fault_in_a_view_reaches_the_console_and_the_customer_a_way_on(),
            ],
        },
        new("portal/main.js", "Who comes back from signing in is not asked for a proof.",
            "['anonymous', 'unverified', 'standalone'].includes(state.phase)", "state.phase === 'account'")
        {
            InNode =
            [
                "who comes back to a page that needs a proof is asked for it",
                "the focus asks nothing where an account is shown",
            ],
        },
        new("portal/main.js", "Who comes online is asked once, before the connection carries anything.",
            "refreshIfSeen(); }, 3_000);", "refreshIfSeen(); }, 3_000_000);")
        {
            InNode = ["who comes online is asked again after three seconds"],
        },
    ];
}
