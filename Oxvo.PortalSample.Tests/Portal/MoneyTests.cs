using Oxvo.PortalSample.Portal.Accounts;

namespace Oxvo.PortalSample.Tests.Portal;

/// <summary>The digits of a currency's minor unit, as ISO 4217's list of currencies has them.</summary>
public sealed class MoneyTests
{
    [Theory]
    [InlineData(0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF")]
    [InlineData(2, "EUR USD GBP CHF HUF IDR COP TWD MGA MRU INR BRL SEK AED")]
    [InlineData(3, "BHD IQD JOD KWD LYD OMR TND")]
    public void A_currency_has_the_digits_of_ISO_4217(int digits, string currencies) =>
        Assert.All(currencies.Split(' '), currency => Assert.Equal(digits, Money.Digits(currency)));
}
