using System.Text.Json;

namespace Oxvo.PortalSample.Tests.Tools.LaunchCheck.InBrowser;

/// <summary>Messages as the messenger sends them, and as it should not; as JSON or JavaScript.</summary>
static class Claims
{
    /// <summary>
    /// Everything that is claimed has it in it, so that it can be found again in requests and on the page.
    /// </summary>
    public const string Mark = "launch-check";

    /// <summary>A visitor whom the website has identified.</summary>
    public static string Visitor(string name = "visitor") => Claim(900_001, $"{Mark}-{name}");

    /// <summary>Only the contact's number is known.</summary>
    public static string Anonymous { get; } = Claim(900_002, null);

    /// <summary>Something that no app waits for.</summary>
    public static string Idle { get; } = JsonSerializer.Serialize(new { source = $"{Mark}-idle" });

    /// <summary>An app that waits for the messenger waits no longer, and knows nobody.</summary>
    public static string Nobody { get; } = Claim(null, null);

    static string Claim(int? id, string? identifier) => JsonSerializer.Serialize(new
    {
        source = "oxvo-app",
        type = "oxvo.current_user",
        payload = new
        {
            id,
            identifier,
            has_email = identifier is not null,
            has_name = id is not null,
            has_phone_number = false
        },
    });

    /// <summary>As JavaScript, for they have values that JSON does not know.</summary>
    public static IReadOnlyList<string> Broken { get; } =
    [
        .. new[]
        {
        "{}", "{ id: null, identifier: null }", "{ id: null, identifier: '' }",
            "{ id: 900003, identifier: ['a', 'b'] }",
        "{ id: 900003, identifier: { toString: 1, valueOf: 1 } }", "{ id: [900003], identifier: null }",
            "{ id: { toString: 1, valueOf: 1 }, identifier: null }",
        "{ id: 900003, identifier: 'a\\u0000b' }", "{ id: 900003, identifier: 'x'.repeat(10240) }",
            "{ id: 900003, identifier: NaN }",
        "{ id: NaN, identifier: null }", "{ id: -1, identifier: null }", "{ id: Infinity, identifier: null }",
            "{ id: true, identifier: true }",
        "null", "undefined", "'text'", "['a']",
        }.Select(payload => $"{{ source: 'oxvo-app', type: 'oxvo.current_user', payload: {payload} }}"),
        "{ source: 'oxvo-app', type: 'oxvo.current_user' }", "{ source: 'oxvo-app' }", "null", "undefined",
        "'oxvo.current_user'", "42",
    ];
}
