using System.Text.RegularExpressions;

namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>How one provider's addresses are known, and what becomes of them: a part of a template's file.</summary>
/// <param name="Hosts">
/// <c>www.x.example</c>; <c>*.x.example</c> for the hosts below it; <c>{messenger}</c> for this run's messenger;
/// <c>*</c> for any host and port.
/// </param>
/// <param name="HttpsOnly">Whether an http address of this machine does not fit.</param>
/// <param name="Makes">
/// The made address, with groups in braces. <c>{address}</c> is the address as it was given, <c>{page}</c> a status
/// page's own, without incident or feed, <c>{host}</c> its host, <c>{embeddedBy}</c> the messenger's host.
/// </param>
/// <param name="Reads">
/// Instead of an address: the one that this one holds, which is read in its place. The rule does not fit where no rule
/// fits that.
/// </param>
/// <param name="Refuses">Instead of an address: what this one is, and what to use.</param>
/// <param name="Warns">What to know about an address that is accepted all the same.</param>
/// <param name="Identifier">Where the provider takes an identifier, if it takes one.</param>
/// <param name="Provider">The provider's name for people; null for any page.</param>
/// <param name="Source">Where the provider describes this; only for people.</param>
/// <param name="Note">Why the rule is as it is; only for people.</param>
public sealed record AddressRule(
    IReadOnlyList<string> Hosts, bool HttpsOnly = false, string? Makes = null, string? Reads = null,
    string? Refuses = null, string? Warns = null, IdentifierParameter? Identifier = null, string? Provider = null,
    string? Source = null, string? Note = null)
{
    /// <summary>The whole path without its last slash, its groups for Makes; null for any.</summary>
    public Regex? Path { get; init; }

    /// <summary>
    /// Parameters that must be there, and what each must match; their names are groups too, beside those in the
    /// patterns.
    /// </summary>
    public IReadOnlyDictionary<string, Regex> Query { get; init; } = new Dictionary<string, Regex>();

    /// <summary>Which other parameters go over into the made address; the rest is dropped.</summary>
    public IReadOnlyList<KeptParameter> Keeps { get; init; } = [];
}

/// <summary>Parameters that go over into the made address. A name that begins with # is in the fragment.</summary>
/// <param name="Names">Names for one meaning, the first that is there counts; or one prefix that ends with *.</param>
/// <param name="As">Its name in the made address, where that is another.</param>
/// <param name="Seconds">Whether <c>1h2m3s</c> becomes 3723.</param>
public sealed record KeptParameter(IReadOnlyList<string> Names, string? As = null, bool Seconds = false)
{
    /// <summary>What its value must match to be kept.</summary>
    public Regex? Pattern { get; init; }
}

/// <summary>A parameter that carries the identifier: a claim, for the receiver's records only.</summary>
/// <param name="In"><c>query</c> or <c>fragment</c>.</param>
public sealed record IdentifierParameter(string In, string Name);
