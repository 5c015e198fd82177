namespace Oxvo.PortalSample.Tests.Tools.Embedding;

/// <summary>The table: what apps answer with, and what a browser does. Each row is tried in Chromium.</summary>
static class EmbedRows
{
    const bool Shown = true, Refused = false;
    const string Csp = "Content-Security-Policy: ";

    public static readonly IReadOnlyList<EmbedRow> All =
    [
        .. Options, .. Ancestors, .. Policies, .. Sources, .. In(EmbedNest.Named, Names),
        .. In(EmbedNest.InMessenger, Self),
        .. In(EmbedNest.One, One), .. In(EmbedNest.Secure, Secure), .. Mixed, .. Documents, .. Redirects,
    ];

    static EmbedRow[] Options =>
    [
        new("Nothing", Shown),
        new("DENY", Refused, "X-Frame-Options: DENY"),
        new("deny in another case and with spaces", Refused, "x-frame-options:   dEnY\t "),
        new("SAMEORIGIN", Refused, "X-Frame-Options: SAMEORIGIN"),
        new("ALLOWALL", Shown, "X-Frame-Options: ALLOWALL"),
        new("ALLOW-FROM the website", Shown, "X-Frame-Options: ALLOW-FROM {site}"),
        new("ALLOW-FROM a stranger", Shown, "X-Frame-Options: ALLOW-FROM https://stranger.example"),
        new("A word that is none", Shown, "X-Frame-Options: NONE"),
        new("DENY in quotes", Shown, "X-Frame-Options: \"DENY\""),
        new("DENY and a semicolon", Shown, "X-Frame-Options: DENY;"),
        new("An empty value", Shown, "X-Frame-Options:"),
        new("DENY twice in one header", Refused, "X-Frame-Options: DENY, DENY"),
        new("DENY twice in two headers", Refused, "X-Frame-Options: DENY", "X-Frame-Options: deny"),
        new("ALLOWALL twice", Shown, "X-Frame-Options: ALLOWALL", "X-Frame-Options: allowall"),
        new("SAMEORIGIN and DENY", Refused, "X-Frame-Options: SAMEORIGIN, DENY"),
        new("ALLOWALL and DENY", Refused, "X-Frame-Options: ALLOWALL", "X-Frame-Options: DENY"),
        new("ALLOWALL and a word that is none", Refused, "X-Frame-Options: ALLOWALL, NONE"),
        new("ALLOW-FROM and DENY", Refused, "X-Frame-Options: ALLOW-FROM {site}, DENY"),
        new("Two words that are none", Shown, "X-Frame-Options: NONE, NEVER"),
        new("The same word that is none twice", Shown, "X-Frame-Options: NONE, none"),
        new("DENY and a comma", Refused, "X-Frame-Options: DENY,"),
        new("ALLOWALL and a comma", Refused, "X-Frame-Options: ALLOWALL,"),
        new("A comma alone", Shown, "X-Frame-Options: ,"),
        new("DENY in the page alone", Shown)
        { Body = "<!doctype html><meta http-equiv=X-Frame-Options content=DENY><p>An app" },
    ];

    static EmbedRow[] Ancestors =>
    [
        new("Both are listed", Shown, Csp + "frame-ancestors {site} {messenger}"),
        new("The messenger alone is listed", Refused, Csp + "frame-ancestors {messenger}"),
        new("The website alone is listed", Refused, Csp + "frame-ancestors {site}"),
        new("Strangers are listed", Refused,
            Csp + "frame-ancestors https://stranger.example https://other.example:8443"),
        new("none", Refused, Csp + "frame-ancestors 'none'"),
        new("none in another case", Refused, Csp + "Frame-Ancestors 'NONE'"),
        new("none beside both", Shown, Csp + "frame-ancestors 'none' {site} {messenger}"),
        new("An empty list", Refused, Csp + "frame-ancestors"),
        new("An empty list and a semicolon", Refused, Csp + "frame-ancestors ;"),
        new("Everybody", Shown, Csp + "frame-ancestors *"),
        new("Everybody on http", Shown, Csp + "frame-ancestors http:"),
        new("Everybody on https", Refused, Csp + "frame-ancestors https:"),
        new("Everybody on HTTP in capitals", Shown, Csp + "frame-ancestors HTTP:"),
        new("Tabs and many spaces", Shown, Csp + " ;; frame-ancestors\t{site}   {messenger}  ;"),
        new("After other directives", Shown,
            Csp + "default-src 'none'; frame-ancestors {site} {messenger}; style-src 'self'"),
        new("Refused after other directives", Refused,
            Csp + "default-src 'none'; frame-ancestors {messenger}; style-src 'self'"),
        new("Other directives alone", Shown, Csp + "default-src 'none'; frame-src 'none'; child-src 'none'"),
        new("The page says it in a meta element alone", Shown)
        {
            Body = "<!doctype html><meta http-equiv=Content-Security-Policy content=\"frame-ancestors 'none'\">"
                + "<p>An app",
        },
    ];

    static EmbedRow[] Policies =>
    [
        new("Listed in DENY's place", Shown, "X-Frame-Options: DENY", Csp + "frame-ancestors {site} {messenger}"),
        new("Not listed, where ALLOWALL is said", Refused, "X-Frame-Options: ALLOWALL", Csp + "frame-ancestors {site}"),
        new("Listed, and two words against each other", Shown, "X-Frame-Options: DENY, SAMEORIGIN",
            Csp + "frame-ancestors *"),
        new("A policy without frame-ancestors beside DENY", Refused, "X-Frame-Options: DENY",
            Csp + "default-src 'self'; img-src *"),
        new("Two policies beside DENY", Refused, "X-Frame-Options: DENY", Csp + "default-src 'self', img-src *"),
        new("A report-only policy", Shown, "Content-Security-Policy-Report-Only: frame-ancestors 'none'"),
        new("A report-only policy takes nobody's place", Refused,
            "X-Frame-Options: DENY", "Content-Security-Policy-Report-Only: frame-ancestors *"),
        new("The first directive counts: both", Shown,
            Csp + "frame-ancestors {site} {messenger}; frame-ancestors 'none'"),
        new("The first directive counts: none", Refused,
            Csp + "frame-ancestors 'none'; Frame-Ancestors {site} {messenger}"),
        new("Two headers allow", Shown, Csp + "frame-ancestors *", Csp + "frame-ancestors {site} {messenger}"),
        new("Of two headers one refuses", Refused, Csp + "frame-ancestors *", Csp + "frame-ancestors {site}"),
        new("Two headers refuse", Refused, Csp + "frame-ancestors {messenger}", Csp + "frame-ancestors {site}"),
        new("Of two policies in one header one refuses", Refused,
            Csp + "default-src *; frame-ancestors *, frame-ancestors 'none'"),
        new("A comma between two ancestors", Refused, Csp + "frame-ancestors {site}, {messenger}"),
        new("A colon after the name", Shown, Csp + "frame-ancestors: 'none'"),
        new("A colon after the name takes nobody's place", Refused, "X-Frame-Options: DENY",
            Csp + "frame-ancestors: {site} {messenger}"),
        new("Another name", Shown, Csp + "frame-ancestor 'none'"),
        new("A letter that is not ASCII", Shown, Csp + "frame-ancestors http://münchen.example"),
        new("A letter that is not ASCII, and a second directive", Shown,
            Csp + "frame-ancestors http://münchen.example; frame-ancestors 'none'"),
        new("A letter that is not ASCII, and DENY", Refused, "X-Frame-Options: DENY",
            Csp + "frame-ancestors http://münchen.example"),
        new("A semicolon between two ancestors", Refused, Csp + "frame-ancestors {site}; {messenger}"),
        new("What is no directive, and none", Refused, Csp + "'unsafe-inline'; self; frame-ancestors 'none'"),
        new("An equals sign after the name", Shown, Csp + "frame-ancestors='none'"),
        new("A no-break space after the name", Shown, Csp + "frame-ancestors\u00a0'none'"),
        new("A no-break space between two ancestors", Shown, Csp + "frame-ancestors {site}\u00a0{messenger}"),
        // As bytes of UTF-8, one character each.
        new("Curly quotes around none", Shown,
            Csp + "frame-ancestors \u00e2\u0080\u0098none\u00e2\u0080\u0099"),
        new("An empty policy", Shown, "Content-Security-Policy:"),
        new("An empty policy and DENY", Refused, Csp + ",", "X-Frame-Options: DENY"),
    ];

    static EmbedRow[] Sources =>
    [
        new("self is the app's own origin, not theirs", Refused, Csp + "frame-ancestors 'self'"),
        new("Without schemes", Shown, Csp + "frame-ancestors localhost:{site:port} 127.0.0.1:{messenger:port}"),
        new("Without ports", Refused, Csp + "frame-ancestors http://localhost http://127.0.0.1"),
        new("Any port", Shown, Csp + "frame-ancestors http://localhost:* 127.0.0.1:*"),
        new("Any port and one host", Refused, Csp + "frame-ancestors http://localhost:*"),
        new("Any host at one port", Refused, Csp + "frame-ancestors *:{site:port}"),
        new("Any host at both ports", Shown, Csp + "frame-ancestors *:{site:port} http://*:{messenger:port}"),
        new("Any host and port", Shown, Csp + "frame-ancestors http://*:*"),
        new("Any host on http, at http's port", Refused, Csp + "frame-ancestors http://*"),
        new("Capitals", Shown, Csp + "frame-ancestors HTTP://LOCALHOST:{site:port} Http://127.0.0.1:{messenger:port}"),
        new("https only", Refused,
            Csp + "frame-ancestors https://localhost:{site:port} https://127.0.0.1:{messenger:port}"),
        new("A slash at the end", Shown, Csp + "frame-ancestors {site}/ {messenger}/"),
        new("A path", Refused, Csp + "frame-ancestors {site}/shop {messenger}/"),
        new("A path that is a folder", Refused, Csp + "frame-ancestors {site}/shop/ {messenger}"),
        new("A query", Shown, Csp + "frame-ancestors {site}/?a=b {messenger}/#c"),
        new("A query without a path", Refused, Csp + "frame-ancestors {site}?a=b {messenger}"),
        new("A port with zeros", Shown, Csp + "frame-ancestors http://localhost:0{site:port} {messenger}"),
        new("A port that is none", Refused, Csp + "frame-ancestors http://localhost:99999999999 {messenger}"),
        new("A colon without a port", Refused, Csp + "frame-ancestors http://localhost: {messenger}"),
        new("Hosts in quotes", Refused, Csp + "frame-ancestors '{site}' \"{messenger}\""),
        new("Junk beside both", Shown,
            Csp + "frame-ancestors {site} http:/x ** 'unsafe-inline' http://[::1]:80 {messenger} ://"),
        new("Junk alone", Refused, Csp + "frame-ancestors ** http:/x"),
        new("A user name", Refused, Csp + "frame-ancestors http://me@localhost:{site:port} {messenger}"),
        new("A dot after the host", Refused, Csp + "frame-ancestors http://localhost.:{site:port} {messenger}"),
        new("Another name of the same machine", Refused, Csp + "frame-ancestors http://127.0.0.1:* "),
    ];

    static EmbedRow[] Names =>
    [
        new("Below a name", Shown, Csp + "frame-ancestors http://*.acme.localhost:* {messenger}"),
        new("Two below a name", Shown, Csp + "frame-ancestors *.LOCALHOST:* {messenger}"),
        new("The name itself is not below it", Refused,
            Csp + "frame-ancestors http://*.shop.acme.localhost:* {messenger}"),
        new("A star in the middle", Refused, Csp + "frame-ancestors http://shop.*.localhost:* {messenger}"),
        new("A star in a word", Refused, Csp + "frame-ancestors http://*op.acme.localhost:* {messenger}"),
        new("The end of a name", Refused, Csp + "frame-ancestors http://acme.localhost:* {messenger}"),
    ];

    static EmbedRow[] Self =>
    [
        new("self without quotes is a host", Refused, Csp + "frame-ancestors self {site}"),
        new("self and the website, on the messenger's origin", Shown, Csp + "frame-ancestors 'SELF' {site}"),
        new("self alone, on the messenger's origin", Refused, Csp + "frame-ancestors 'self'"),
        new("SAMEORIGIN on the messenger's origin", Refused, "X-Frame-Options: SAMEORIGIN"),
    ];

    static EmbedRow[] One =>
    [
        new("SAMEORIGIN on one origin", Shown, "X-Frame-Options: SAMEORIGIN"),
        new("SAMEORIGIN twice on one origin", Shown, "X-Frame-Options: SAMEORIGIN, sameorigin"),
        new("SAMEORIGIN and a comma on one origin", Refused, "X-Frame-Options: SAMEORIGIN,"),
        new("DENY on one origin", Refused, "X-Frame-Options: DENY"),
        new("self on one origin", Shown, Csp + "frame-ancestors 'self'"),
        new("none on one origin", Refused, Csp + "frame-ancestors 'none'"),
        new("A sandbox on one origin, and self", Shown, Csp + "sandbox; frame-ancestors 'self'"),
        new("A sandbox on one origin, and SAMEORIGIN", Shown, Csp + "sandbox", "X-Frame-Options: SAMEORIGIN"),
    ];

    static EmbedRow[] Secure =>
    [
        new("Both, in production", Shown, Csp + "frame-ancestors https://shop.acme.example https://app.oxvo.example"),
        new("Both without schemes, in production", Shown, Csp + "frame-ancestors shop.acme.example app.oxvo.example"),
        new("Both with https's port", Shown,
            Csp + "frame-ancestors https://shop.acme.example:443 app.oxvo.example:443"),
        new("Both on http", Shown, Csp + "frame-ancestors http://shop.acme.example http://app.oxvo.example"),
        new("Both on http at its port", Shown,
            Csp + "frame-ancestors http://shop.acme.example:80 http://app.oxvo.example:80"),
        new("Both on http at https's port", Refused,
            Csp + "frame-ancestors http://shop.acme.example:443 http://app.oxvo.example:443"),
        new("Both on https at http's port", Refused,
            Csp + "frame-ancestors https://shop.acme.example:80 https://app.oxvo.example:80"),
        new("Both without schemes at http's port", Refused,
            Csp + "frame-ancestors shop.acme.example:80 app.oxvo.example:80"),
        new("Both on http at any port", Shown,
            Csp + "frame-ancestors http://shop.acme.example:* http://app.oxvo.example:*"),
        new("Everybody on http, and they are on https", Shown, Csp + "frame-ancestors http:"),
        new("Everybody on https, and they are", Shown, Csp + "frame-ancestors https:"),
        new("Everybody on HTTPS in capitals", Shown, Csp + "frame-ancestors HTTPS:"),
        new("Any host at https's port", Shown, Csp + "frame-ancestors https://*:443"),
        new("Any host with a slash", Shown, Csp + "frame-ancestors https://*/"),
        new("Below a top-level domain", Shown, Csp + "frame-ancestors https://*.example"),
        new("Everybody by ws", Refused, Csp + "frame-ancestors ws: wss:"),
        new("Below two names", Shown, Csp + "frame-ancestors https://*.acme.example *.oxvo.example"),
        new("The names that they are below", Refused,
            Csp + "frame-ancestors https://acme.example https://oxvo.example"),
        new("Any host on http", Shown, Csp + "frame-ancestors http://*"),
        new("self and the messenger", Refused, Csp + "frame-ancestors 'self' https://app.oxvo.example"),
    ];

    static EmbedRow[] Mixed =>
    [
        new("Plain http in production", Refused) { Nest = EmbedNest.SecureButApp },
        new("Plain http in production, and everybody", Refused, Csp + "frame-ancestors *")
        { Nest = EmbedNest.SecureButApp },
        new("This machine in production", Shown) { Nest = EmbedNest.SecureLocalApp },
        new("This machine in production, without schemes", Shown,
            Csp + "frame-ancestors shop.acme.example app.oxvo.example") { Nest = EmbedNest.SecureLocalApp },
    ];

    static EmbedRow[] Documents =>
    [
        new("A sandbox", Shown, Csp + "sandbox"),
        new("A sandbox with scripts", Shown, Csp + "sandbox allow-scripts"),
        new("A sandbox with scripts and its origin", Shown, Csp + "sandbox allow-scripts allow-same-origin"),
        new("An attachment", Refused, "Content-Disposition: attachment; filename=app.html"),
        new("An attachment in capitals", Refused, "Content-Disposition: ATTACHMENT"),
        new("A disposition nobody knows", Refused, "Content-Disposition: widget"),
        new("Inline", Shown, "Content-Disposition: inline; filename=app.html"),
        new("A name alone", Shown, "Content-Disposition: filename=app.html"),
        new("Inline and attachment", Refused, "Content-Disposition: inline", "Content-Disposition: attachment"),
        new("An attachment that is not found", Refused, "Content-Disposition: attachment") { Status = "404 Not Found" },
        new("An attachment and DENY", Refused, "Content-Disposition: attachment", "X-Frame-Options: DENY"),
        new("No content", Refused) { Status = "204 No Content", Body = "" },
        new("Reset content", Refused) { Status = "205 Reset Content", Body = "" },
        new("Not found", Shown) { Status = "404 Not Found" },
        new("Not found and empty", Shown) { Status = "404 Not Found", Body = "" },
        new("Not found and DENY", Refused, "X-Frame-Options: DENY") { Status = "404 Not Found" },
        new("A sign-in of the browser", Shown, "WWW-Authenticate: Basic realm=\"an app\"")
        { Status = "401 Unauthorized" },
        new("Out of order", Shown) { Status = "503 Service Unavailable" },
        new("A zip file", Refused, "Content-Type: application/zip"),
        new("Bytes", Refused, "Content-Type: application/octet-stream"),
        new("A table", Refused, "Content-Type: text/csv"),
        new("A calendar", Refused, "Content-Type: text/calendar"),
        new("JSON", Shown, "Content-Type: application/json") { Body = "{}" },
        new("Text", Shown, "Content-Type: text/plain"),
        new("XHTML", Shown, "Content-Type: application/xhtml+xml")
        { Body = "<html xmlns='http://www.w3.org/1999/xhtml'><body/></html>" },
        new("A picture", Shown, "Content-Type: image/svg+xml") { Body = "<svg xmlns='http://www.w3.org/2000/svg'/>" },
        new("No type", Shown, "Content-Type:"),
        new("No type, and no guessing", Shown, "Content-Type:", "X-Content-Type-Options: nosniff"),
        new("Cross-origin headers", Shown,
            "Cross-Origin-Resource-Policy: same-origin", "Cross-Origin-Opener-Policy: same-origin",
                "Cross-Origin-Embedder-Policy: require-corp"),
        new("A film", Shown, "Content-Type: video/mp4"),
        new("A picture that browsers do not know", Refused, "Content-Type: image/tiff"),
        new("A script", Shown, "Content-Type: text/javascript"),
        new("A card", Refused, "Content-Type: text/vcard"),
        new("Permissions and referrers", Shown, "Permissions-Policy: fullscreen=()", "Referrer-Policy: no-referrer",
            "Origin-Agent-Cluster: ?1"),
    ];

    static EmbedRow[] Redirects =>
    [
        new("A redirect", Shown) { Hop = [] },
        new("A redirect to DENY", Refused, "X-Frame-Options: DENY") { Hop = [] },
        new("A redirect that says DENY itself", Shown)
        { Hop = ["X-Frame-Options: DENY", Csp + "frame-ancestors 'none'; sandbox"] },
        new("A redirect that lists both, to DENY", Refused, "X-Frame-Options: DENY")
        { Hop = [Csp + "frame-ancestors {site} {messenger}"] },
        new("A path, after a redirect", Shown, Csp + "frame-ancestors {site}/shop {messenger}/any") { Hop = [] },
        new("A redirect elsewhere", Shown) { Hop = [], HopAt = "http://127.0.0.1:{app:port}" },
        new("A redirect elsewhere, and self", Refused, Csp + "frame-ancestors 'self' {site}")
        { Hop = [], HopAt = "{messenger}" },
        new("A redirect to the messenger's origin, and self", Shown, Csp + "frame-ancestors 'self' {site}")
        { Hop = [], HopAt = "http://localhost:{app:port}", Nest = EmbedNest.InMessenger },
    ];

    static IEnumerable<EmbedRow> In(EmbedNest nest, EmbedRow[] rows) => rows.Select(row => row with { Nest = nest });
}
