using System.Globalization;

namespace Oxvo.PortalSample.Demo.Data;

/// <summary>How many made-up customers there are beside the hand-made ones, and the seed they are made from.</summary>
public sealed record DemoVolume
{
    public required int Customers { get; init; }
    public required int Seed { get; init; }

    /// <summary>Reads <c>--customers N</c> and <c>--seed S</c> (else 1); null without <c>--customers</c>.</summary>
    /// <exception cref="DemoDataException">A value is not a whole number in its range.</exception>
    public static DemoVolume? Parse(string? customers, string? seed)
    {
        if (customers is not null)
            return new()
            {
                Customers = Parse("--customers", customers, 1_000_000),
                Seed = Parse("--seed", seed ?? "1", int.MaxValue),
            };
        if (seed is null) return null;
        throw new DemoDataException("--seed says how to make customers: give --customers N as well.");
    }

    static int Parse(string argument, string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most
            ? number
            : throw new DemoDataException(string.Create(CultureInfo.InvariantCulture,
                $"{argument} must be a whole number from 0 to {most:N0}, written in digits only; it is \"{text}\"."));
}
