<?php

// Runs the minter of a folder against the vectors, and prints what it made.
declare(strict_types=1);

[, $folder, $vectors] = $argv;
require "$folder/portal-token.php";

$given = json_decode(file_get_contents($vectors), true);
['key' => ['privateKey' => $key, 'kid' => $kid], 'issuer' => $issuer] = $given;
$identifiers = array_column($given['minting']['identifiers'], 'identifier');

function refusal(mixed $identifier): string
{
    global $key, $kid, $issuer;
    try {
        return mint_portal_token($identifier, $key, $kid, $issuer);
    } catch (TypeError $fault) {
        return $fault->getMessage();
    }
}

echo json_encode([
    'tokens' => array_map(fn ($identifier) =>
        mint_portal_token($identifier, $key, $kid, $issuer, $given['now']), $identifiers),
    'hashes' => array_map(fn ($identifier) =>
        hash_identifier($identifier, $given['minting']['secret']), $identifiers),
    'current' => mint_portal_token($identifiers[0], $key, $kid, $issuer),
    'refusals' => array_map(refusal(...), [1005, null, '']),
]), "\n";
