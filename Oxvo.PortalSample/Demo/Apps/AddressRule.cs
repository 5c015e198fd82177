using System.Text.RegularExpressions;

namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>How one provider's addresses are known, and what becomes of them: a part of a template's file.</summary>
public sealed record AddressRule
{
    /// <summary>The provider's name for people; null for any page.</summary>
    public string? Provider { get; init; }

    /// <summary>Where the provider describes this; only for people.</summary>
    public string? Source { get; init; }

    /// <summary>Why the rule is as it is; only for people.</summary>
    public string? Note { get; init; }

    /// <summary>
    /// <c>www.x.example</c>; <c>*.x.example</c> for the hosts below it; <c>{messenger}</c> for this run's messenger;
    /// <c>*</c> for any host and port.
    /// </summary>
    public required IReadOnlyList<string> Hosts { get; init; }

    /// <summary>Whether an http address of this machine does not fit.</summary>
    public bool HttpsOnly { get; init; }

    /// <summary>
    /// The whole path without its last slash, as the browser sends it, its groups for Makes; null for any.
    /// </summary>
    public Regex? Path { get; init; }

    /// <summary>Parameters that must be there, and what each must match; their names are groups too.</summary>
    public IReadOnlyDictionary<string, Regex> Query { get; init; } = new Dictionary<string, Regex>();

    /// <summary>
    /// The made address, with the groups in braces. <c>{address}</c> is the address as it was given, <c>{page}</c> a
    /// status page's own, without incident or feed, <c>{host}</c> its host, <c>{embeddedBy}</c> the messenger's host.
    /// </summary>
    public string? Makes { get; init; }

    /// <summary>Which other parameters go over into the made address; the rest is dropped.</summary>
    public IReadOnlyList<KeptParameter> Keeps { get; init; } = [];

    /// <summary>Instead of an address: what this one is, and what to use.</summary>
    public string? Refuses { get; init; }

    /// <summary>What to know about an address that is accepted all the same.</summary>
    public string? Warns { get; init; }

    /// <summary>Where the provider takes an identifier, if it takes one.</summary>
    public IdentifierParameter? Identifier { get; init; }
}

/// <summary>Parameters that go over into the made address. A name that begins with <c>#</c> is in the fragment.</summary>
public sealed record KeptParameter
{
    /// <summary>Names for one meaning, the first that is there counts; or one prefix that ends with <c>*</c>.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Its name in the made address, where that is another.</summary>
    public string? As { get; init; }

    /// <summary>What its value must match to be kept.</summary>
    public Regex? Pattern { get; init; }

    /// <summary>Whether <c>1h2m3s</c> becomes 3723.</summary>
    public bool Seconds { get; init; }
}

/// <summary>A parameter that carries the identifier: a claim, for the receiver's records, never its decisions.</summary>
public sealed record IdentifierParameter
{
    /// <summary><c>query</c> or <c>fragment</c>.</summary>
    public required string In { get; init; }

    public required string Name { get; init; }
}
