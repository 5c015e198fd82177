// To be copied into your site's backend (Node 18 or later, no packages): the token that proves to the portal who is
// signed in on your site, and the hash that the messenger asks for beside an identifier.
//
//   const mint = createMinter({
//     privateKey: readFileSync('site-key-2026-11.pem'), kid: '2026-11', issuer: 'https://www.acme.example',
//   });
//   const token = mint(session.customerId);
//   const identifier_hash = identifierHash(session.customerId, process.env.OXVO_MESSENGER_SECRET);
//
// privateKey  a P-256 key from your secret store, as PEM. The portal is given only its public half.
// kid         the key's name in the portal's Portal:Site:Keys.
// issuer      the portal's Portal:Site:Issuer.

import { createHmac, createPrivateKey, randomUUID, sign } from 'node:crypto';

const encode = (part) => Buffer.from(JSON.stringify(part)).toString('base64url');

/**
 * Returns the function that mints a token for a minute. Its identifier is the customer of the session, never one that
 * the request names, and the same text that your page gives to oxvo.identify. `now` is for tests: seconds since 1970.
 */
export function createMinter({ privateKey, kid, issuer }) {
  const key = createPrivateKey(privateKey);
  return function mint(identifier, now = Math.floor(Date.now() / 1000)) {
    requireText(identifier);
    const header = { alg: 'ES256', typ: 'portal-site+jwt', kid };
    const claims = { iss: issuer, aud: 'oxvo-portal', sub: identifier, iat: now, exp: now + 60, jti: randomUUID() };
    const input = `${encode(header)}.${encode(claims)}`;
    // JWS wants r and s, 64 bytes; without this option Node gives DER.
    const signature = sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' });
    return `${input}.${signature.toString('base64url')}`;
  };
}

/** HMAC-SHA256 in lower-case hex, with the secret that OXVO shows you. */
export function identifierHash(identifier, secret) {
  requireText(identifier);
  return createHmac('sha256', secret).update(identifier).digest('hex');
}

function requireText(identifier) {
  if (typeof identifier !== 'string' || identifier === '')
    throw new TypeError('The identifier must be text: make a number text with String(id).');
}
