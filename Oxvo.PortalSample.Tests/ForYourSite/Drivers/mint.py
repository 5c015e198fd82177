# Runs the minter of a folder against the vectors, and prints what it made.
import json
import sys

sys.dont_write_bytecode = True
folder, vectors = sys.argv[1:]
sys.path.insert(0, folder)
from portal_token import create_minter, hash_identifier

with open(vectors, encoding="utf-8") as file:
    given = json.load(file)
mint = create_minter(given["key"]["privateKey"].encode(), given["key"]["kid"], given["issuer"])
identifiers = [each["identifier"] for each in given["minting"]["identifiers"]]


def refusal(identifier):
    try:
        return mint(identifier)
    except TypeError as fault:
        return str(fault)


print(json.dumps({
    "tokens": [mint(identifier, given["now"]) for identifier in identifiers],
    "hashes": [hash_identifier(identifier, given["minting"]["secret"]) for identifier in identifiers],
    "current": mint(identifiers[0]),
    "refusals": [refusal(identifier) for identifier in [1005, None, ""]],
}))
