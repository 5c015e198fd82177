using System.Globalization;

namespace Oxvo.PortalSample.Demo.Data;

/// <summary>How many made-up customers stand beside the hand-made ones, and the seed they are made from.</summary>
public sealed record DemoVolume
{
    public const int Most = 1_000_000;

    public required int Customers { get; init; }
    public required int Seed { get; init; }

    /// <summary>Reads <c>--customers N</c> and <c>--seed S</c> (1 if absent); null without <c>--customers</c>: leave what is there.</summary>
    /// <exception cref="DemoDataException">A value is not a whole number in its range; the message names the argument.</exception>
    public static DemoVolume? Parse(string? customers, string? seed)
    {
        if (customers is null)
            return seed is null
                ? null
                : throw new DemoDataException("--seed says how to make customers: give --customers N as well.");

        return new DemoVolume
        {
            Customers = Number("--customers", customers, 0, Most),
            Seed = seed is null ? 1 : Number("--seed", seed, 0, int.MaxValue),
        };
    }

    static int Number(string argument, string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new DemoDataException(string.Create(CultureInfo.InvariantCulture,
                $"{argument} must be a whole number from {least} to {most:N0}, written in digits alone; it is \"{text}\"."));
}
