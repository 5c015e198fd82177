// To be copied into your site's backend (Node 18 or later, no packages): the token that proves to the portal who is
// signed in on your site, the endpoint that gives it to your pages, and the hash that the messenger asks for beside an
// identifier.
//
//   const answerPortalToken = createTokenEndpoint({
//     privateKey: readFileSync('site-key-2026-11.pem'), kid: '2026-11', issuer: 'https://www.acme.example', customerOf,
//   });
//   if (request.url === '/portal-token') return answerPortalToken(request, response);
//   const identifier_hash = identifierHash(session.customerId, process.env.OXVO_MESSENGER_SECRET);
//
// privateKey  a P-256 key from your secret store, as PEM. The portal is given only its public half.
// kid         the key's name in the portal's Portal:Site:Keys.
// issuer      your site's origin, the portal's Portal:Site:Issuer.
// customerOf  given the request, the identifier of the customer who is signed in by its session, or nothing; or a
//             promise of it.

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

/**
 * Returns what answers POST /portal-token, in Node's own server, in Express and in what else gives its request and
 * response: a token for the customer of the session, to your own pages only.
 */
export function createTokenEndpoint({ customerOf, ...site }) {
  const mint = createMinter(site);
  return async function answerPortalToken(request, response) {
    const { 'sec-fetch-site': from, origin } = request.headers;
    const isOurs = request.method === 'POST' && (from ? from === 'same-origin' : origin === site.issuer);
    response.setHeader('Cache-Control', 'no-store');
    try {
      const customer = isOurs && await customerOf(request);
      if (!customer) return response.writeHead(isOurs ? 401 : 403).end();
      const token = mint(customer);
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ token, expires_in: 60 }));
    } catch (error) {
      console.error(error); // a server of Node's own would end on it
      response.writeHead(500).end();
    }
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
