using System.Globalization;
using System.Text.RegularExpressions;
using Oxvo.PortalSample.Demo.Web;
using Oxvo.PortalSample.Tools.Status;

namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>Finds the rule that an address fits, and makes the embeddable address by it.</summary>
public static partial class AddressMaker
{
    /// <summary>The names that a rule may use in <see cref="AddressRule.Makes"/> besides its own groups.</summary>
    public static readonly IReadOnlyList<string> Given = ["address", "page", "host", "embeddedBy"];

    /// <summary>The first rule that fits and what it captured, ready to stand in an address; null where none fits.</summary>
    public static (AddressRule Rule, IReadOnlyDictionary<string, string> Groups)? Find(
        IReadOnlyList<AddressRule> rules, Uri address, AppPlaces places)
    {
        var parameters = new AddressParameters(address.AbsoluteUri);
        foreach (var rule in rules)
        {
            if (rule.HttpsOnly && address.Scheme != "https") continue;
            if (!rule.Hosts.Any(host => IsAt(host, address, places))) continue;
            if (rule.Path.Read(address.AbsolutePath.TrimEnd('/')) is not { } path) continue;
            if (!rule.Query.All(query => parameters.Find(query.Key) is { } text && query.Value.Matches(text))) continue;

            var groups = new Dictionary<string, string>(path);
            foreach (var name in rule.Query.Keys) groups[name] = Uri.EscapeDataString(parameters.Find(name)!);
            return (rule, groups);
        }
        return null;
    }

    public static string Make(AddressRule rule, IReadOnlyDictionary<string, string> groups, Uri address, AppPlaces places)
    {
        var made = new AddressParameters(Group().Replace(rule.Makes!, match => match.Groups[1].Value switch
        {
            "address" => address.AbsoluteUri,
            "page" => PageAddress.Page(address),
            "host" => address.Host,
            "embeddedBy" => new Uri(places.Messenger).Host,
            var name => groups[name],
        }));
        foreach (var (name, value) in Kept(rule, new(address.AbsoluteUri))) made.Set(name, value);
        return made.ToString();
    }

    static bool IsAt(string host, Uri address, AppPlaces places) => host switch
    {
        "*" => true,
        "{messenger}" => address.GetLeftPart(UriPartial.Authority) == places.Messenger,
        _ when !address.IsDefaultPort => false,
        ['*', .. var below] =>
            address.Host.EndsWith(below, StringComparison.Ordinal) && address.Host.Length > below.Length,
        _ => address.Host == host,
    };

    static IEnumerable<(string Name, string Value)> Kept(AddressRule rule, AddressParameters given)
    {
        foreach (var kept in rule.Keeps)
            foreach (var (name, text) in Named(kept, given))
            {
                var value = kept.Seconds ? Seconds(text) : text;
                if (value is not null && kept.Pattern?.Matches(value) != false) yield return (kept.As ?? name, value);
            }
    }

    static IEnumerable<(string Name, string Value)> Named(KeptParameter kept, AddressParameters given)
    {
        if (kept.Names[0] is not [.. var start, '*'])
            return kept.Names.SelectMany(name => given.All.Where(parameter => parameter.Name == name)).Take(1);
        // The star alone does not reach into the fragment.
        return given.All.Where(parameter => parameter.Name.StartsWith(start, StringComparison.Ordinal)
            && (start.Length > 0 || !parameter.Name.StartsWith('#')));
    }

    static string? Seconds(string text)
    {
        if (Time().Match(text) is not { Success: true } time) return null;
        var seconds = Part("h") * 3600 + Part("m") * 60 + Part("s");
        return seconds == 0 ? null : seconds.ToString(CultureInfo.InvariantCulture);

        int Part(string unit) =>
            time.Groups[unit].Success ? int.Parse(time.Groups[unit].Value, CultureInfo.InvariantCulture) : 0;
    }

    [GeneratedRegex(@"\{(\w+)\}")]
    public static partial Regex Group();

    [GeneratedRegex(@"\A(?:(?<h>[0-9]{1,2})h)?(?:(?<m>[0-9]{1,3})m)?(?:(?<s>[0-9]{1,6})s?)?\z")]
    private static partial Regex Time();
}

/// <summary>
/// An address's parameters, in their order and as they are written; the names of those in the fragment begin with '#'.
/// </summary>
internal sealed class AddressParameters
{
    readonly string start;
    readonly List<string> query, fragment;

    public AddressParameters(string address)
    {
        var hash = address.Split('#', 2);
        var question = hash[0].Split('?', 2);
        start = question[0];
        query = Parts(question);
        fragment = Parts(hash);
    }

    public IEnumerable<(string Name, string Value)> All =>
    [
        .. query.Select(part => (Name(part), Value(part))),
        .. fragment.Select(part => ('#' + Name(part), Value(part))),
    ];

    public string? Find(string name) =>
        All.Where(parameter => parameter.Name == name).Select(parameter => parameter.Value).FirstOrDefault();

    public void Remove(string name) => List(ref name).RemoveAll(part => Name(part) == name);

    /// <summary>In place of the one that is there, or at the end.</summary>
    public void Set(string name, string value)
    {
        var list = List(ref name);
        var at = list.FindIndex(part => Name(part) == name);
        list.RemoveAll(part => Name(part) == name);
        list.Insert(at < 0 ? list.Count : at, $"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(value)}");
    }

    public override string ToString() => start + Joined('?', query) + Joined('#', fragment);

    List<string> List(ref string name)
    {
        if (!name.StartsWith('#')) return query;
        name = name[1..];
        return fragment;
    }

    static List<string> Parts(string[] halves) =>
        [.. halves.Skip(1).SelectMany(half => half.Split('&', StringSplitOptions.RemoveEmptyEntries))];

    static string Joined(char mark, List<string> parts) => parts.Count == 0 ? "" : mark + string.Join('&', parts);

    static string Name(string part) => Decode(part.Split('=')[0]);

    static string Value(string part) => Decode(part.Split('=', 2).ElementAtOrDefault(1) ?? "");

    static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
