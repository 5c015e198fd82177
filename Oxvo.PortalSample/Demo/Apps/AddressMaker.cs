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

    /// <summary>The first rule that fits, with what it makes unless it refuses; null where none fits.</summary>
    public static (AddressRule Rule, string? Address)? Apply(
        IReadOnlyList<AddressRule> rules, Uri address, AppPlaces places)
    {
        var given = new AddressParameters(address.AbsoluteUri);
        foreach (var rule in rules)
        {
            if (rule.HttpsOnly && address.Scheme != "https") continue;
            if (!rule.Hosts.Any(host => IsAt(host, address, places))) continue;
            if (!rule.Query.All(query => given.Find(query.Key) is { } text && query.Value.IsMatch(text))) continue;
            var path = rule.Path?.Match(address.AbsolutePath.TrimEnd('/'));
            if (path?.Success != false)
                return (rule, rule.Makes is null ? null : Make(rule, path, given, address, places));
        }
        return null;
    }

    static string Make(AddressRule rule, Match? path, AddressParameters given, Uri address, AppPlaces places)
    {
        var made = new AddressParameters(Group().Replace(rule.Makes!, match => match.Groups[1].Value switch
        {
            "address" => address.AbsoluteUri,
            "page" => PageAddress.Page(address),
            "host" => address.Host,
            "embeddedBy" => new Uri(places.Messenger).Host,
            var name when rule.Query.ContainsKey(name) => Uri.EscapeDataString(given.Find(name)!),
            var name => path?.Groups[name].Value ?? "",
        }));
        foreach (var kept in rule.Keeps)
            foreach (var (name, text) in FindNamed(kept, given))
            {
                var value = kept.Seconds ? ReadSeconds(text) : text;
                if (value is not null && kept.Pattern?.IsMatch(value) != false) made.Set(kept.As ?? name, value);
            }
        return made.ToString();
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
