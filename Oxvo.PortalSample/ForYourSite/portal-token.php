<?php

declare(strict_types=1);

// To be copied into your site's backend (PHP 8 or later, with its extension openssl): the token that proves to the
// portal who is signed in on your site, and the hash that the messenger asks for beside an identifier.
//
//   require 'portal-token.php';
//   $token = mint_portal_token(
//       $_SESSION['customer_id'], file_get_contents('site-key-2026-11.pem'), '2026-11', 'https://www.acme.example');
//   $identifierHash = hash_identifier($_SESSION['customer_id'], getenv('OXVO_MESSENGER_SECRET'));

/**
 * A token for a minute.
 *
 * @param mixed $identifier the customer of the session, never one that the request names, and the same text that your
 *     page gives to oxvo.identify
 * @param string $privateKey a P-256 key from your secret store, as PEM; the portal is given only its public half
 * @param string $kid the key's name in the portal's Portal:Site:Keys
 * @param string $issuer the portal's Portal:Site:Issuer
 * @param int|null $now for tests: seconds since 1970
 */
function mint_portal_token(
    mixed $identifier, string $privateKey, string $kid, string $issuer, ?int $now = null): string
{
    require_text($identifier);
    $now ??= time();
    $header = ['alg' => 'ES256', 'typ' => 'portal-site+jwt', 'kid' => $kid];
    $claims = ['iss' => $issuer, 'aud' => 'oxvo-portal', 'sub' => $identifier,
        'iat' => $now, 'exp' => $now + 60, 'jti' => bin2hex(random_bytes(16))];
    $input = base64url(json_encode($header, JSON_THROW_ON_ERROR)) . '.'
        . base64url(json_encode($claims, JSON_THROW_ON_ERROR));
    if (!openssl_sign($input, $der, $privateKey, OPENSSL_ALGO_SHA256)) {
        throw new RuntimeException('The private key does not sign: is it a P-256 key as PEM?');
    }
    return $input . '.' . base64url(r_and_s($der));
}

/** HMAC-SHA256 in lower-case hex, with the secret that OXVO shows you. */
function hash_identifier(mixed $identifier, string $secret): string
{
    require_text($identifier);
    return hash_hmac('sha256', $identifier, $secret);
}

/** openssl signs in DER, a sequence of two integers; JWS wants r and s, 32 bytes each. */
function r_and_s(string $der): string
{
    $r = substr($der, 4, ord($der[3]));
    $s = substr($der, 6 + strlen($r));
    return implode('', array_map(
        fn (string $integer): string => str_pad(ltrim($integer, "\0"), 32, "\0", STR_PAD_LEFT), [$r, $s]));
}

function base64url(string $part): string
{
    return rtrim(strtr(base64_encode($part), '+/', '-_'), '=');
}

function require_text(mixed $identifier): void
{
    if (!is_string($identifier) || $identifier === '') {
        throw new TypeError('The identifier must be text: make a number text with (string) $id.');
    }
}
