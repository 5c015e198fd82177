"""To be copied into your site's backend (Python 3.9 or later): the token that proves to the portal who is signed in on
your site, and the hash that the messenger asks for beside an identifier.

Python's standard library has no ECDSA: this needs the package "cryptography" (pip install cryptography).

    mint = create_minter(open("site-key-2026-11.pem", "rb").read(), "2026-11", "https://www.acme.example")
    token = mint(session["customer_id"])
    identifier_hash = hash_identifier(session["customer_id"], os.environ["OXVO_MESSENGER_SECRET"])
"""

import base64
import hashlib
import hmac
import json
import time
import uuid

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.serialization import load_pem_private_key


def create_minter(private_key, kid, issuer):
    """Returns the function that mints a token for a minute.

    private_key: a P-256 key from your secret store, as the bytes of its PEM. The portal is given only its public half.
    kid: the key's name in the portal's Portal:Site:Keys.
    issuer: the portal's Portal:Site:Issuer.
    """
    key = load_pem_private_key(private_key, password=None)

    def mint(identifier, now=None):
        """identifier: the customer of the session, never one that the request names, and the same text that your page
        gives to oxvo.identify. now: for tests, whole seconds since 1970."""
        _require_text(identifier)
        # Whole seconds: the portal refuses the fraction that time.time() has.
        now = int(time.time()) if now is None else now
        header = {"alg": "ES256", "typ": "portal-site+jwt", "kid": kid}
        claims = {"iss": issuer, "aud": "oxvo-portal", "sub": identifier,
                  "iat": now, "exp": now + 60, "jti": str(uuid.uuid4())}
        signed = f"{_encode(json.dumps(header).encode())}.{_encode(json.dumps(claims).encode())}"
        # cryptography signs in DER; JWS wants r and s, 32 bytes each.
        r, s = utils.decode_dss_signature(key.sign(signed.encode(), ec.ECDSA(hashes.SHA256())))
        return f"{signed}.{_encode(r.to_bytes(32, 'big') + s.to_bytes(32, 'big'))}"

    return mint


def hash_identifier(identifier, secret):
    """HMAC-SHA256 in lower-case hex, with the secret (a text) that OXVO shows you."""
    _require_text(identifier)
    return hmac.new(secret.encode(), identifier.encode(), hashlib.sha256).hexdigest()


def _encode(part):
    return base64.urlsafe_b64encode(part).rstrip(b"=").decode()


def _require_text(identifier):
    if not isinstance(identifier, str) or identifier == "":
        raise TypeError("The identifier must be text: make a number text with str(id).")
