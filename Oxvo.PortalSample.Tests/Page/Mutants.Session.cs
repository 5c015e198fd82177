namespace Oxvo.PortalSample.Tests.Page;

/// <summary>The website’s part: who gets a token, and who hears of a change.</summary>
static partial class Mutants
{
    static readonly Mutant[] Session =
    [
        new("ForYourSite/portal-session.js", "Any origin gets a token.",
            "if (!portalOrigins.includes(origin))", "if (!portalOrigins)")
        {
            InNode =
            [
                "another origin gets no answer", "the origin null gets no answer",
                "a question from another origin gets no answer",
            ],
            InBrowser =
            [
                .. InEach((tests, engine) =>
                    tests.A_stranger_among_the_apps_gets_no_proof_and_no_answer_and_no_portal_into_a_frame(engine)),
            ],
        },
        new("ForYourSite/portal-session.js", "An origin needs only to begin like the portal’s.",
            "!portalOrigins.includes(origin)", "!portalOrigins.some((known) => origin.startsWith(known))")
        {
            InNode =
            [
                "an origin that begins like the portal’s gets no answer",
                "a question from an origin that begins like the portal’s gets no answer",
            ],
        },
        new("ForYourSite/portal-session.js", "A part of the portal’s origin is enough.",
            "!portalOrigins.includes(origin)", "!portalOrigins.join().includes(origin)")
        {
            InNode = ["a part of the portal’s origin gets no answer"],
        },
        new("ForYourSite/portal-session.js", "The answer is posted to any origin.",
            "asker.postMessage({ source: 'portal-site', v: 1, ...message }, origin);",
            "asker.postMessage({ source: 'portal-site', v: 1, ...message }, '*');")
        {
            InNode = ["everything that is sent is addressed to the exact origin that asked"],
        },
        new("ForYourSite/portal-session.js", "Any type and version is answered.",
            "(data.type !== 'portal.token.request' && !isAsk) || data.v !== 1", "!data.type")
        {
            InNode = ["another type gets no answer", "another version gets no answer"],
        },
        new("ForYourSite/portal-session.js", "Any nonce will do.",
            """typeof data.nonce !== 'string' || !/^[\w-]{1,128}$/.test(data.nonce)""", "!data.nonce")
        {
            InNode = ["a nonce of 129 characters gets no answer", "a nonce that is not text gets no answer"],
        },
        new("ForYourSite/portal-session.js", "Every question is a mint of its own.",
            "minting ??= mint", "minting = mint")
        {
            InNode = ["all who ask meanwhile share one mint, each with its own nonce"],
        },
        new("ForYourSite/portal-session.js", "An answer is given again to those who ask later.",
            ".finally(() => { minting = null; })", "")
        {
            InNode =
            [
                "after an answer the next question is a new mint",
                "a failed mint is not shared with those who ask later",
            ],
        },
        new("ForYourSite/portal-session.js", "A change during the mint is not noticed.",
            "if (before === change) return result;", "return result;")
        {
            InNode =
            [
                "a token from before a sign-in is thrown away and another is minted",
                "a token from before a sign-out is thrown away",
            ],
        },
        new("ForYourSite/portal-session.js", "A sign-in or sign-out counts for no change.",
            """
                change++;

            """,
            "")
        {
            InNode = ["a token from before a sign-in is thrown away and another is minted"],
        },
        new("ForYourSite/portal-session.js", "A window that is closed is kept.",
            "for (const window of askers.keys()) if (isGone(window)) askers.delete(window);", "")
        {
            InNode = ["a window that is closed is forgotten when another asks"],
        },
        new("ForYourSite/portal-session.js", "A window that is closed is written to.",
            """
                if (isGone(asker)) return askers.delete(asker);

            """,
            "")
        {
            InNode = ["a window that is closed is written to no more"],
        },
        new("ForYourSite/portal-session.js", "A question without a window is kept.",
            "return !window || window.closed;", "return window?.closed;")
        {
            InNode = ["a question whose window is gone is not kept"],
        },
        new("ForYourSite/portal-session.js", "One window that cannot be told breaks the sign-out.",
            "return askers.delete(asker); // one", "throw new Error(origin); // one")
        {
            InNode = ["a window that cannot be told keeps neither the others nor the caller from it"],
        },
        new("ForYourSite/portal-session.js", "An observer that throws breaks the answer.",
            "observe(event);\n    } catch (error) {\n      reportError(error);",
            "observe(event);\n    } catch (error) {\n      throw error;")
        {
            InNode = ["an observer that throws stops neither an answer nor a sign-out"],
        },
        new("ForYourSite/portal-session.js", "A messenger that fails breaks the sign-in.",
            "await say(window.oxvo);\n    } catch (error) {\n      reportError(error);",
            "await say(window.oxvo);\n    } catch (error) {\n      throw error;")
        {
            InNode = ["a messenger that fails stops neither a sign-in nor a sign-out"],
        },
        new("ForYourSite/portal-session.js", "Nobody hears that an answer is on its way.",
            """
                post(asker, origin, { type: 'portal.token.pending', nonce });

            """,
            "")
        {
            InNode = ["who asks hears at once that the answer is on its way, then gets the token"],
        },
        new("ForYourSite/portal-session.js", "A repeated question gets an answer of its own.",
            "    if (nonces.has(nonce)) return; // asked", "    // asked")
        {
            InNode = ["a repeated question is answered once"],
        },
        new("ForYourSite/portal-session.js", "The answer goes to everybody who has asked.",
            "post(asker, origin, { type: 'portal.token.response', nonce, ...result, ...can });",
            """
            for (const [all, { origin: own }] of askers)
                  post(all, own, { type: 'portal.token.response', nonce, ...result, ...can });
            """)
        {
            InNode = ["an answer goes to the window that asked and to no other"],
        },
        new("ForYourSite/portal-session.js", "A frame is addressed by the origin that it had first.",
            "if (askers.get(asker)?.origin !== origin) askers", "if (!askers.has(asker)) askers")
        {
            InNode = ["a frame that shows another portal page by now is addressed by the origin that it asks from"],
        },
        new("ForYourSite/portal-session.js", "Nobody hears of a sign-out.",
            "tellAll('portal.signed_out');", "")
        {
            InNode = ["who has asked hears of a sign-in and of a sign-out"],
        },
        new("ForYourSite/portal-session.js", "Who has signed out is named to the messenger all the same.",
            "if (own === naming) await", "await")
        {
            InNode = ["who has signed out before the messenger is ready is never named"],
        },
        new("ForYourSite/portal-session.js", "The messenger remembers who has signed out.",
            "if (isNamed) tellMessenger((messenger) => messenger.reset());", "")
        {
            InNode =
                ["at the sign-out the portal wipes first, and then the messenger forgets whom it was told of, once"],
        },
        new("ForYourSite/portal-session.js", "Every fault reads as signed out.",
            "errors[response.status] ?? 'unavailable'", "'signed_out'")
        {
            InNode =
            [
                "a backend that fails is unavailable",
                "where the backend was asked too often the answer says so",
            ],
        },
        new("ForYourSite/portal-session.js", "A backend that cannot be reached leaves the portal without an answer.",
            """
              } catch {
                return { ok: false, error: 'unavailable' };
              }
            }
            """,
            """
              } finally {
              }
            }
            """)
        {
            InNode = ["a backend that cannot be reached is unavailable", "a mint that throws is unavailable"],
        },
        new("ForYourSite/portal-session.js", "Anything is taken for an origin.",
            "if (origin !== exact)", "if (exact === undefined)")
        {
            InNode = ["an origin with a slash at its end is refused, with the right one", "a star is refused"],
        },
        new("ForYourSite/portal-session.js", "A text is taken for a list of origins.",
            "!Array.isArray(origins) || origins.length === 0", "origins?.length === 0")
        {
            InNode = ["a text in place of the list of origins is refused"],
        },
        new("ForYourSite/portal-session.js", "Each question of a stranger is warned of.",
            "    hasWarned = true;", "    hasWarned = false;")
        {
            InNode =
            [
                "a question from an origin that is not listed is warned of once, without its content",
                "an endpoint that is not there is warned of once, without values",
            ],
        },
        new("ForYourSite/portal-session.js", "Whatever a stranger says is warned of.",
            "if (data.type === 'portal.token.request')", "if (data)")
        {
            InNode = ["what is not a question of a portal is not warned of"],
        },
        new("ForYourSite/portal-session.js", "A backend that says who is signed out is warned of.",
            "if (!errors[response.status])", "if (response.status)")
        {
            InNode = ["what a backend may answer is not warned of"],
        },
        new("ForYourSite/portal-session.js", "Each site says that it takes questions.",
            "result.ok && onAsk ? { can: ['ask'] } : {}", "{ can: ['ask'] }")
        {
            InNode = ["only a site that takes questions says so, beside a token"],
        },
        new("ForYourSite/portal-session.js", "A question may be about anything.", "kinds.includes(kind)", "kind")
        {
            InNode =
            [
                "a question about a kind that is not known is not noted",
                "a question about a list of kinds is not noted",
            ],
        },
        new("ForYourSite/portal-session.js", "A number may have anything in it.",
            """ && ref.length <= 200 && !/\p{Cc}/u.test(ref)""", "")
        {
            InNode = ["a number of 201 characters is not noted", "a number with a line end is not noted"],
        },
        new("ForYourSite/portal-session.js", "A reason may be any text.", "/^[a-z_]{1,40}$/.test(reason)", "reason")
        {
            InNode = ["a reason in words is not noted", "a reason of 41 characters is not noted"],
        },
        new("ForYourSite/portal-session.js", "The site is given whatever is in the message.",
            "isNoted(onAsk, { kind, ref, reason });", "isNoted(onAsk, arguments[2]);")
        {
            InNode = ["a question is given to the site with its kind, number and reason only, and is noted"],
        },
        new("ForYourSite/portal-session.js", "A callback that fails has noted it.",
            "reportError(error);\n    return false;", "reportError(error);\n    return true;")
        {
            InNode =
            [
                "a callback that throws is told to the customer and to the site",
                "a callback that rejects is told to the customer and to the site",
            ],
        },
        new("ForYourSite/portal-session.js", "A callback may take as long as it likes.",
            "const longestNote = 5000;", "const longestNote = 5_000_000;")
        {
            InNode = ["a callback may take five seconds and no more"],
        },
        new("ForYourSite/portal-session.js", "What is stopped says that it has noted a question.",
            "if (!hasStopped) post(asker, origin, { type: 'portal.ask", "post(asker, origin, { type: 'portal.ask")
        {
            InNode = ["a question that is noted when the site has stopped is not answered"],
        },
        new("ForYourSite/portal-session.js", "What is stopped goes on listening.",
            "window.removeEventListener('message', hear);", "")
        {
            InNode = ["after it is stopped nothing is answered and nobody is told"],
        },
        new("ForYourSite/portal-session.js", "A token that is minted when it is stopped is sent all the same.",
            "if (!hasStopped) post(asker, origin, { type: 'portal.token", "post(asker, origin, { type: 'portal.token")
        {
            InNode = ["after it is stopped nothing is answered and nobody is told"],
        },
        new("ForYourSite/portal-session.js", "Who has asked is told of a sign-out after it is stopped.",
            "askers.clear();", "")
        {
            InNode = ["after it is stopped nothing is answered and nobody is told"],
        },
    ];
}
