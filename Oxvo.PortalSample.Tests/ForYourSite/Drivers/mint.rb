# Runs the minter of a folder against the vectors, and prints what it made.
folder, vectors = ARGV
require File.join(folder, 'portal_token')

given = JSON.parse(File.read(vectors, encoding: 'UTF-8'))
minter = PortalToken::Minter.new(
  private_key: given['key']['privateKey'], kid: given['key']['kid'], issuer: given['issuer']
)
identifiers = given['minting']['identifiers'].map { |each| each['identifier'] }
refusals = [1005, nil, ''].map do |identifier|
  minter.mint(identifier)
rescue TypeError => e
  e.message
end
puts JSON.generate(
  tokens: identifiers.map { |identifier| minter.mint(identifier, now: given['now']) },
  hashes: identifiers.map { |identifier| PortalToken.hash_identifier(identifier, given['minting']['secret']) },
  current: minter.mint(identifiers.first),
  refusals: refusals
)
