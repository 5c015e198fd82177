// Runs the minter of a folder against the vectors, and prints what it made.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [folder, vectors] = process.argv.slice(2);
const { createMinter, identifierHash } = await import(pathToFileURL(`${folder}/portal-token.mjs`));
const { now, issuer, key, minting: { secret, identifiers } } = JSON.parse(readFileSync(vectors, 'utf8'));
const mint = createMinter({ privateKey: key.privateKey, kid: key.kid, issuer });

const refusal = (identifier) => {
  try {
    return mint(identifier);
  } catch (fault) {
    return fault.message;
  }
};
console.log(JSON.stringify({
  tokens: identifiers.map(({ identifier }) => mint(identifier, now)),
  hashes: identifiers.map(({ identifier }) => identifierHash(identifier, secret)),
  current: mint(identifiers[0].identifier),
  refusals: [1005, null, ''].map(refusal),
}));
