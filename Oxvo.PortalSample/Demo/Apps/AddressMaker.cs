using System.Globalization;
using System.Text.RegularExpressions;
using Oxvo.PortalSample.Demo.Web;
using Oxvo.PortalSample.Tools.Status;

namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>Finds the rule that fits an address, and makes the embeddable address by it.</summary>
public static partial class AddressMaker
{
    /// <summary>Names that a rule may use in <see cref="AddressRule.Makes"/> besides its own groups.</summary>
    public static readonly IReadOnlyList<string> Given = ["address", "page", "host", "embeddedBy"];

    /// <summary>The first rule that fits, with what it makes; null where none fits.</summary>
    public static RuledAddress? Apply(IReadOnlyList<AddressRule> rules, Uri address, AppPlaces places) =>
        Apply(rules, address, places, mayReadOn: true);

    // An address within an address is read once, so that no text makes it read on without an end.
    static RuledAddress? Apply(IReadOnlyList<AddressRule> rules, Uri address, AppPlaces places, bool mayReadOn)
    {
        var given = new AddressParameters(address.AbsoluteUri);
        foreach (var rule in rules)
        {
            if (rule.HttpsOnly && address.Scheme != "https") continue;
            if (!rule.Hosts.Any(host => IsAt(host, address, places))) continue;
            if (FindGroups(rule, given, address) is not { } groups) continue;
            if (rule.Makes is not null) return Make(rule, groups, given, address, places);
            if (rule.Reads is null) return new(rule, null, []);
            if (mayReadOn && WebAddress.Read(Fill(rule.Reads)).Address is { } inner
                && Apply(rules, inner, places, mayReadOn: false) is { } read)
                return read;

            string Fill(string text) =>
                Group().Replace(text, match => groups.GetValueOrDefault(match.Groups[1].Value, ""));
        }
        return null;
    }

    // By name: what the path and the parameters hold, as it was meant. Null where the rule does not fit.
    static Dictionary<string, string>? FindGroups(AddressRule rule, AddressParameters given, Uri address)
    {
        Dictionary<string, string> found = [];
        if (rule.Path is { } path && !Take(path, address.AbsolutePath.TrimEnd('/'))) return null;
        foreach (var (name, pattern) in rule.Query)
        {
            if (given.Find(name) is not { } text || !Take(pattern, text)) return null;
            found[name] = text;
        }
        return found;

        bool Take(Regex pattern, string text)
        {
            var match = pattern.Match(text);
            foreach (var name in pattern.GetGroupNames().Skip(1)) found[name] = match.Groups[name].Value;
            return match.Success;
        }
    }

    static RuledAddress Make(AddressRule rule, Dictionary<string, string> groups, AddressParameters given, Uri address,
        AppPlaces places)
    {
        var made = new AddressParameters(Group().Replace(rule.Makes!, match => match.Groups[1].Value switch
        {
            "address" => address.AbsoluteUri,
            "page" => PageAddress.Page(address),
            "host" => address.Host,
            "embeddedBy" => new Uri(places.Messenger).Host,
            var name when rule.Query.ContainsKey(name) => Uri.EscapeDataString(groups[name]),
            var name => groups.GetValueOrDefault(name, ""),
        }));
        HashSet<string> used = [.. rule.Query.Keys, .. made.All.Select(parameter => parameter.Name)];
        foreach (var kept in rule.Keeps)
            foreach (var (name, text) in FindNamed(kept, given).ToArray())
            {
                var value = kept.Seconds ? ReadSeconds(text) : text;
                if (value is null || kept.Pattern?.IsMatch(value) == false) continue;
                made.Set(kept.As ?? name, value);
                used.Add(name);
            }
        return new(rule, made.ToString(), [.. given.All.Select(parameter => parameter.Name).Except(used)]);
    }

    static bool IsAt(string host, Uri address, AppPlaces places) => host switch
    {
        "*" => true,
        "{messenger}" => address.GetLeftPart(UriPartial.Authority) == places.Messenger,
        _ when !address.IsDefaultPort => false,
        ['*', .. var below] => address.Host.EndsWith(below, StringComparison.Ordinal) && address.Host != below,
        _ => address.Host == host,
    };

    static IEnumerable<(string Name, string Value)> FindNamed(KeptParameter kept, AddressParameters given)
    {
        if (kept.Names[0] is not [.. var start, '*'])
            return kept.Names.SelectMany(name => given.All.Where(parameter => parameter.Name == name)).Take(1);
        // A star without more does not reach into the fragment.
        return given.All.Where(parameter => parameter.Name.StartsWith(start, StringComparison.Ordinal)
            && (start.Length > 0 || !parameter.Name.StartsWith('#')));
    }

    static string? ReadSeconds(string text)
    {
        var time = Regex.Match(
            text, @"\A(?:(?<h>[0-9]{1,2})h)?(?:(?<m>[0-9]{1,3})m)?(?:(?<s>[0-9]{1,6})s?)?\z");
        var seconds = Part("h") * 3600 + Part("m") * 60 + Part("s");
        return seconds == 0 ? null : seconds.ToString(CultureInfo.InvariantCulture);

        int Part(string unit) =>
            time.Groups[unit].Success ? int.Parse(time.Groups[unit].Value, CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    public static partial Regex Group();
}

/// <summary>What a rule made of an address; null where it refuses.</summary>
/// <param name="Dropped">The parameters of the given address that did not go over.</param>
public sealed record RuledAddress(AddressRule Rule, string? Address, IReadOnlyList<string> Dropped);

/// <summary>
/// An address's parameters, in their order and as they are written; the names of those in the fragment begin with '#'.
/// </summary>
internal sealed class AddressParameters
{
    readonly string start;
    readonly List<(char Mark, string Name, string Text)> parts;

    public AddressParameters(string address)
    {
        var hash = address.Split('#', 2);
        var question = hash[0].Split('?', 2);
        start = question[0];
        parts = [.. Split('?', "", question), .. Split('#', "#", hash)];
    }

    public IEnumerable<(string Name, string Value)> All =>
        parts.Select(part => (part.Name, Decode(part.Text.Split('=', 2).ElementAtOrDefault(1) ?? "")));

    public string? Find(string name) =>
        All.Where(parameter => parameter.Name == name).Select(parameter => parameter.Value).FirstOrDefault();

    public void Remove(string name) => parts.RemoveAll(part => part.Name == name);

    /// <summary>In place of the one that is there, or at the end.</summary>
    public void Set(string name, string value)
    {
        var at = parts.FindIndex(part => part.Name == name);
        Remove(name);
        var (mark, bare) = name.StartsWith('#') ? ('#', name[1..]) : ('?', name);
        var text = $"{Uri.EscapeDataString(bare)}={Uri.EscapeDataString(value)}";
        parts.Insert(at < 0 ? parts.Count : at, (mark, name, text));
    }

    public override string ToString() => start + Join('?') + Join('#');

    static IEnumerable<(char, string, string)> Split(char mark, string prefix, string[] halves) =>
        halves.Skip(1).SelectMany(half => half.Split('&', StringSplitOptions.RemoveEmptyEntries))
            .Select(text => (mark, prefix + Decode(text.Split('=')[0]), text));

    string Join(char mark)
    {
        var texts = string.Join('&', parts.Where(part => part.Mark == mark).Select(part => part.Text));
        return texts.Length == 0 ? "" : mark + texts;
    }

    static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
