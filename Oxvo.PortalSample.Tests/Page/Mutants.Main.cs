using Oxvo.PortalSample.Tests.Browser;

namespace Oxvo.PortalSample.Tests.Page;

/// <summary>When the page lets go of a customer, and what it shows to whom.</summary>
static partial class Mutants
{
    static readonly Mutant[] Main =
    [
        new("portal/main.js", NoSwitch, "if (next && (next.identifier !== claim?.identifier || next.id !== claim.id)) {", "if (next && !claim) {")
        {
            InBrowser =
            [
                pages => new ChangeTests(pages.Whole).After_a_switch_of_customers_nothing_of_the_first_is_left("Account status"),
                pages => new ForgettingTests(pages.Among).A_change_of_customer_clears_the_page_before_anything_is_proved(),
            ],
        },
        new("portal/main.js", LateAnswer,
            "const { signal } = work = new AbortController();",
            """
            const { signal } = new AbortController();
              work = { abort() {} };
            """)
        {
            InBrowser =
            [
                pages => new ChangeTests(pages.Whole).A_late_answer_of_the_customer_before_is_dropped(),
                pages => new ForgettingTests(pages.Among).A_late_answer_of_the_customer_before_is_not_drawn(),
                pages => new ForgettingTests(pages.Among).An_answer_on_its_way_at_a_sign_out_is_not_drawn(),
            ],
        },
        new("portal/main.js", "The old customer stays until the new one is proved.",
            """
            function start() {
              wipe('loading');
            """,
            "function start() {")
        {
            InBrowser = [pages => new ForgettingTests(pages.Among).A_change_of_customer_clears_the_page_before_anything_is_proved()],
        },
        new("portal/main.js", "A sign-out is not heard.", "if (type === 'portal.signed_out') {", "if (type === 'portal.sign_out') {")
        {
            InBrowser = [pages => new ForgettingTests(pages.Among).A_sign_out_clears_the_page()],
        },
        new("portal/main.js", "A sign-out leaves the answer on its way.",
            """
                wipe('loading');
                unproved();
            """,
            "    unproved();")
        {
            InBrowser = [pages => new ForgettingTests(pages.Among).An_answer_on_its_way_at_a_sign_out_is_not_drawn()],
        },
        new("portal/main.js", "A page that is left keeps its customer.",
            """
            addEventListener('pagehide', () => wipe('waiting'));

            """,
            "")
        {
            InBrowser =
            [
                pages => new ChangeTests(pages.Whole).A_page_restored_from_the_back_forward_cache_shows_nothing_until_it_is_proved_again(),
            ],
        },
        new("portal/main.js", "A proof of another customer keeps the data that is shown.",
            "if (shown?.subject === proof.subject && !shown.stale", "if (shown && !shown.stale")
        {
            InBrowser = [pages => new ForgettingTests(pages.Among).A_proof_of_another_customer_clears_the_page_before_their_data_is_there()],
        },
        new("portal/main.js", "The old data stays until the new customer’s is there.",
            """
              if (shown?.subject !== proof.subject) put('loading');

            """,
            "")
        {
            InBrowser = [pages => new ForgettingTests(pages.Among).A_proof_of_another_customer_clears_the_page_before_their_data_is_there()],
        },
        new("portal/main.js", "Old data stays after a token was refused.", "if (shown && error !== 'refused') age", "if (shown) age")
        {
            InBrowser = [pages => new ForgettingTests(pages.Among).A_token_that_is_refused_twice_is_asked_for_no_more_and_leaves_nothing()],
        },
        new("portal/main.js", "A token that is refused is asked for without end.", "'refused' && !again && !signal", "'refused' && !signal")
        {
            InBrowser = [pages => new ForgettingTests(pages.Among).A_token_that_is_refused_twice_is_asked_for_no_more_and_leaves_nothing()],
        },
        new("portal/main.js", "An app shows another section than its own.",
            "billing: () => import('./billing.js')", "billing: () => import('./orders.js')")
        {
            InBrowser = [pages => new ForgettingTests(pages.Among).An_app_of_one_view_shows_its_own_section("billing", "Invoice of mira")],
        },
        new("portal/main.js", "An app of one view shows the summary.", "let view = views[wanted] ? wanted : 'account';", "let view = 'account';")
        {
            InBrowser =
            [
                pages => new ForgettingTests(pages.Among).An_app_of_one_view_shows_its_own_section("orders", "Mug of mira"),
                pages => new ForgettingTests(pages.Among).An_app_of_one_view_shows_its_own_section("onboarding", "Task of mira"),
            ],
        },
        new("portal/main.js", "Proof is asked for without a claim that can be used.", "claim && (claim.identifier ?? claim.id) !== null", "claim")
        {
            InBrowser = [pages => new ClaimTests(pages.Among).Without_a_usable_identifier_or_id_a_visitor_is_anonymous_and_nothing_is_asked_for()],
        },
        new("portal/main.js", "Every message loads the account, a repeated one too.",
            "(next.identifier !== claim?.identifier || next.id !== claim.id)", "true")
        {
            InBrowser = [pages => new ClaimTests(pages.Among).A_thousand_equal_claims_are_one_question()],
        },
    ];
}
