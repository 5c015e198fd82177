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
  /** Sees every message of the portal's family. It gets the token too; never log that. */
  observe?(event: PortalSessionEvent): void;
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
export interface PortalMessage {
  source: 'portal';
  type: 'portal.token.request';
  v: 1;
  nonce: string;
}

/** From this page to the portal, where `source` is `portal-site` and `v` is 1. */
export type SiteMessage =
  | { type: 'portal.token.pending'; nonce: string }
  | ({ type: 'portal.token.response'; nonce: string; ok: true } & MintedToken)
  | { type: 'portal.token.response'; nonce: string; ok: false; error: 'signed_out' | 'rate_limited' | 'unavailable' }
  | { type: 'portal.signed_in' }
  | { type: 'portal.signed_out' };
