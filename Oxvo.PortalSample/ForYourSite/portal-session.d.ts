/** Answers the portal's questions for proof of who is signed in. Throws a TypeError on a bad `portalOrigins`. */
export function startPortalSession(options: PortalSessionOptions): PortalSession;

export interface PortalSessionOptions {
  /** Exact origins of your portals, such as `https://portal.acme.example`; at least one. */
  portalOrigins: readonly string[];
  /**
   * Asks your backend, by `POST /portal-token` unless told: 200 with {@link MintedToken}, 401 when no customer is
   * signed in, 429 when asked too often.
   */
  requestToken?(signal: AbortSignal): Promise<Response>;
  /**
   * Gets what a customer asks about, before they write to you: a claim of the browser, to be checked before you answer.
   * Where it throws, rejects or takes longer than five seconds, the customer reads that it was not noted. Without it
   * the portal has no button for it.
   */
  onAsk?(question: PortalQuestion): void | Promise<void>;
  /** Sees every message of the portal's family. It gets the token too; never log that. */
  observe?(event: PortalSessionEvent): void;
}

/** What a customer asks about. */
export interface PortalQuestion {
  kind: 'order' | 'parcel' | 'invoice' | 'subscription' | 'task';
  /** Its number, or a task's title; at most 200 characters. */
  ref: string;
  /** One of the portal's codes, such as `late`, `damaged` or `charged_twice`: `[a-z_]`, at most 40 characters. */
  reason: string;
}

/** What your backend answers. */
export interface MintedToken {
  token: string;
  /** Seconds. */
  expires_in: number;
}

export interface PortalSession {
  /**
   * Call it after your page learns that somebody signed in: the messenger is told who, and the portal asks again.
   * Without an identifier the messenger is left to you. Never throws.
   */
  signedIn(identifier?: string, identifierHash?: string): Promise<void>;
  /** Call it before a sign-out: the portal wipes what it shows, and a messenger that was told forgets. Never throws. */
  signedOut(): void;
  /** Answers no more, and forgets who asked. */
  stop(): void;
}

export interface PortalSessionEvent {
  way: 'in' | 'out';
  /** Of the portal; of whoever sent it, where the message was ignored. */
  origin: string;
  /** As it came, where it was ignored: then it can be anything whose `source` is `portal`. */
  message: PortalMessage | SiteMessage | { source: 'portal' };
  outcome: 'accepted' | 'ignored' | 'sent';
  why: string;
}

/** From the portal to this page. */
export type PortalMessage = { source: 'portal'; v: 1; nonce: string } & (
  | { type: 'portal.token.request' }
  | ({ type: 'portal.ask' } & PortalQuestion)
);

/** From this page to the portal, where `source` is `portal-site` and `v` is 1. */
export type SiteMessage =
  | { type: 'portal.token.pending'; nonce: string }
  | ({ type: 'portal.token.response'; nonce: string; ok: true; can?: ['ask'] } & MintedToken)
  | { type: 'portal.token.response'; nonce: string; ok: false; error: 'signed_out' | 'rate_limited' | 'unavailable' }
  | { type: 'portal.ask.response'; nonce: string; ok: boolean }
  | { type: 'portal.signed_in' }
  | { type: 'portal.signed_out' };
