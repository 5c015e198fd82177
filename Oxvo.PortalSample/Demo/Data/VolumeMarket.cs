using Bogus;

namespace Oxvo.PortalSample.Demo.Data;

/// <summary>A country that made-up customers come from. Prices are Acme's in euro cents, turned into round local ones.</summary>
sealed record VolumeMarket
{
    public required string Locale { get; init; }
    public required string TimeZone { get; init; }
    public required string Currency { get; init; }

    /// <summary>Local minor units for 100 euro cents.</summary>
    public required int Rate { get; init; }
    public required int Round { get; init; }
    public required string Carrier { get; init; }

    /// <summary>Bogus' names and cities of the country. Its Random is replaced for every customer.</summary>
    public required Faker Faker { get; init; }

    public long Price(long euroCents) => Math.Max(1, euroCents * Rate / 100 / Round) * Round;

    /// <summary>Of their own for every run: a Faker carries state.</summary>
    public static IReadOnlyList<VolumeMarket> All() =>
    [
        Market("en_GB", "en-GB", "Europe/London", "GBP", 86, 50, "Parcelway"),
        Market("de", "de-DE", "Europe/Berlin", "EUR", 100, 100, "Northpost"),
        Market("fr", "fr-FR", "Europe/Paris", "EUR", 100, 100, "Parcelway"),
        Market("nl", "nl-NL", "Europe/Amsterdam", "EUR", 100, 100, "Northpost"),
        Market("en_US", "en-US", "America/New_York", "USD", 109, 100, "Northpost"),
        Market("en_US", "en-US", "America/Los_Angeles", "USD", 109, 100, "Parcelway"),
        Market("ja", "ja-JP", "Asia/Tokyo", "JPY", 160, 100, "Hayabusa Express"),
        Market("pt_BR", "pt-BR", "America/Sao_Paulo", "BRL", 590, 500, "Rota Sul"),
        Market("en_AU", "en-AU", "Australia/Sydney", "AUD", 165, 100, "Southern Cross Couriers"),
        Market("ar", "ar-EG", "Africa/Cairo", "EGP", 5200, 5000, "Parcelway"),
    ];

    static VolumeMarket Market(string bogus, string locale, string timeZone, string currency, int rate, int round, string carrier) =>
        new()
        {
            Locale = locale,
            TimeZone = timeZone,
            Currency = currency,
            Rate = rate,
            Round = round,
            Carrier = carrier,
            Faker = new Faker(bogus),
        };
}
