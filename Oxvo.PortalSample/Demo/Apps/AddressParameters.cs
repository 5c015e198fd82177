namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>An address's parameters, in their order and as they are written; the names of those in the fragment begin with '#'.</summary>
internal sealed class AddressParameters
{
    readonly string start;
    readonly List<string> query, fragment;

    public AddressParameters(string address)
    {
        (var rest, fragment) = Cut(address, '#');
        (start, query) = Cut(rest, '?');
    }

    public IEnumerable<(string Name, string Value)> All =>
        [.. query.Select(part => (Name(part), Value(part))), .. fragment.Select(part => ('#' + Name(part), Value(part)))];

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

    public override string ToString() =>
        start + (query.Count > 0 ? "?" : "") + string.Join('&', query) + (fragment.Count > 0 ? "#" : "") + string.Join('&', fragment);

    List<string> List(ref string name)
    {
        if (!name.StartsWith('#')) return query;
        name = name[1..];
        return fragment;
    }

    static (string Before, List<string> Parts) Cut(string text, char mark) => text.IndexOf(mark) is var at and >= 0
        ? (text[..at], [.. text[(at + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries)]) : (text, []);

    static string Name(string part) => Decode(part.Split('=')[0]);

    static string Value(string part) => part.IndexOf('=') is var at and >= 0 ? Decode(part[(at + 1)..]) : "";

    static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
