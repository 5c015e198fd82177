using System.Text.RegularExpressions;
using Oxvo.PortalSample.Demo.Apps;

namespace Oxvo.PortalSample.Tests.Demo.Apps;

/// <summary>What the reader does not see in one rule, each as what is wrong and what to write instead.</summary>
static partial class RuleCheck
{
    public static IEnumerable<string> Faults(AddressRule rule)
    {
        if (rule.Hosts.Count == 0 || !rule.Hosts.All(host => Host().IsMatch(host)))
            yield return "hosts must be host names in lower case, *.x.example, {messenger} or *.";
        if (new[] { rule.Makes, rule.Reads, rule.Refuses }.OfType<string>().Count() != 1)
            yield return "it must have either makes or refuses, or reads in their place.";
        if (rule.Refuses is { } refusal && !refusal.EndsWith('.'))
            yield return "refuses must be whole sentences: what this is, and what to use.";
        if (rule.Makes is null && (rule.Keeps.Count > 0 || rule.Warns is not null || rule.Identifier is not null))
            yield return "keeps, warns and identifier belong to a rule that makes an address.";
        if (rule.Query.Any(query => query.Value is null))
            yield return "query must give a pattern for each of its names.";
        else
        {
            if (rule.Makes is { } makes && !Made().IsMatch(makes))
                yield return "makes must begin with https://, {address} or {page}.";
            string[] found =
            [
                .. rule.Query.Values.Append(rule.Path).OfType<Regex>()
                    .SelectMany(pattern => pattern.GetGroupNames().Skip(1)),
                .. rule.Query.Keys,
            ];
            foreach (var fault in Unknown("makes", rule.Makes, [.. AddressMaker.Given, .. found])
                .Concat(Unknown("reads", rule.Reads, found)))
                yield return fault;
            foreach (var taken in found.Intersect(AddressMaker.Given))
                yield return $"{{{taken}}} is given to every rule. Give the group another name.";
        }
        foreach (var kept in rule.Keeps)
        {
            if (kept.Names.Count == 0 || kept.Names.Any(name => name.Length == 0))
                yield return "keeps needs the names of what it keeps.";
            else if (kept.Names.Any(name => name.EndsWith('*')) && (kept.Names.Count > 1 || kept.As is not null))
                yield return $"keeps '{kept.Names[0]}': a name that ends with * must stand alone, and without as.";
        }
        if (rule.Identifier is { } identifier
            && (identifier.In is not ("query" or "fragment") || !Name().IsMatch(identifier.Name)))
            yield return "identifier must have in: query or fragment, and as its name letters, digits, '_' and '-', "
                + "64 at most.";
    }

    static IEnumerable<string> Unknown(string member, string? text, string[] known) =>
        from name in AddressMaker.Group().Matches(text ?? "").Select(match => match.Groups[1].Value).Except(known)
        select $"{member} names {{{name}}}, which neither path nor query has. "
            + $"It may use {{{string.Join("}, {", known)}}}.";

    [GeneratedRegex(@"\A(?:\*|\{messenger\}|(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)+)\z")]
    private static partial Regex Host();

    [GeneratedRegex(@"\A(?:https://|\{address\}|\{page\})")]
    private static partial Regex Made();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex Name();
}
