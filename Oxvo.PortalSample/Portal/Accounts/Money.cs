using System.Globalization;

namespace Oxvo.PortalSample.Portal.Accounts;

/// <summary>
/// An amount in minor units (cents, or yen) of an ISO 4217 currency; both are null where the stored one does not fit.
/// </summary>
public sealed record Money(long? Amount, string? Currency)
{
    // What JavaScript holds without loss.
    const long Most = 9_007_199_254_740_991;

    /// <summary>How many digits the currency's minor unit has, by ISO 4217.</summary>
    public static int Digits(string currency) => currency switch
    {
        "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG" or "RWF" or "UGX" or "UYI"
            or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 0,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
        _ => 2,
    };

    /// <summary>Whole minor units, or null for a fraction of one, a text, or more than can be shown.</summary>
    internal static long? Minor(object? value, int digits = 0)
    {
        if (value is long whole && digits == 0) return Math.Abs((decimal)whole) <= Most ? whole : null;
        if (Decimal(value) is not { } amount || Math.Abs(amount) > Most) return null;
        for (; digits > 0; digits--) amount *= 10;
        return amount == decimal.Truncate(amount) && Math.Abs(amount) <= Most ? (long)amount : null;
    }

    // A real number is rounded to 15 digits on the way, which takes 19.900000000000002 for 19.9.
    static decimal? Decimal(object? value) => value switch
    {
        long whole => whole,
        decimal exact => exact,
        double real => double.Abs(real) < 1e15 ? (decimal)real : null,
        string text => decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out var number) ? number : null,
        _ => null,
    };
}
