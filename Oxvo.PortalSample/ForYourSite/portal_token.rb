# To be copied into your site's backend (Ruby 3 or later, with its own openssl): the token that proves to the portal who
# is signed in on your site, and the hash that the messenger asks for beside an identifier.
#
#   minter = PortalToken::Minter.new(
#     private_key: File.read('site-key-2026-11.pem'), kid: '2026-11', issuer: 'https://www.acme.example'
#   )
#   token = minter.mint(session[:customer_id])
#   identifier_hash = PortalToken.hash_identifier(session[:customer_id], ENV.fetch('OXVO_MESSENGER_SECRET'))

require 'json'
require 'openssl'
require 'securerandom'

module PortalToken
  class Minter
    # private_key: a P-256 key from your secret store, as PEM. The portal is given only its public half.
    # kid: the key's name in the portal's Portal:Site:Keys.
    # issuer: the portal's Portal:Site:Issuer.
    def initialize(private_key:, kid:, issuer:)
      @key = OpenSSL::PKey.read(private_key)
      @header = { alg: 'ES256', typ: 'portal-site+jwt', kid: kid }
      @issuer = issuer
    end

    # A token for a minute. identifier: the customer of the session, never one that the request names, and the same text
    # that your page gives to oxvo.identify. now: for tests, seconds since 1970.
    def mint(identifier, now: Time.now.to_i)
      PortalToken.require_text(identifier)
      claims = { iss: @issuer, aud: 'oxvo-portal', sub: identifier,
                 iat: now, exp: now + 60, jti: SecureRandom.uuid }
      input = [@header, claims].map { |part| encode(JSON.generate(part)) }.join('.')
      "#{input}.#{encode(r_and_s(@key.sign('SHA256', input)))}"
    end

    private

    # openssl signs in DER, a sequence of two integers; JWS wants r and s, 32 bytes each.
    def r_and_s(der)
      OpenSSL::ASN1.decode(der).value.map { |integer| integer.value.to_s(2).rjust(32, "\0".b) }.join
    end

    def encode(part)
      [part].pack('m0').tr('+/', '-_').delete('=')
    end
  end

  # HMAC-SHA256 in lower-case hex, with the secret that OXVO shows you.
  def self.hash_identifier(identifier, secret)
    require_text(identifier)
    OpenSSL::HMAC.hexdigest('SHA256', secret, identifier)
  end

  def self.require_text(identifier)
    return if identifier.is_a?(String) && !identifier.empty?

    raise TypeError, 'The identifier must be text: make a number text with id.to_s.'
  end
end
