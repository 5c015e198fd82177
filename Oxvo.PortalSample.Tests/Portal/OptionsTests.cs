using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Oxvo.PortalSample.Portal;
using Oxvo.PortalSample.Tests.Portal.Proof;

namespace Oxvo.PortalSample.Tests.Portal;

/// <summary>
/// The settings: what would leave the portal open or dead stops the start with the setting's name and the cure.
/// </summary>
public sealed class OptionsTests
{
    static readonly SiteKeyPair Other = new("test-2");

    static readonly Dictionary<string, string?> Right = new([
        new("Portal:MessengerOrigins:0", "https://messenger.example"), new("Portal:Site:Origins:0", "https://www.acme.example"),
        new("Portal:Site:Issuer", "acme"), new("Portal:Site:Name", "Acme"), new("Portal:Site:SignInUrl", "https://www.acme.example/sign-in"),
        .. SiteTokens.Key.Settings(0).Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))]);

    [Fact]
    public void Settings_that_are_right_have_no_fault() => Assert.Empty(Faults());

    [Fact]
    public void No_setting_is_of_a_kind_that_the_generated_reader_passes_over()
    {
        Type[] settings = [typeof(PortalOptions), typeof(SiteOptions), typeof(SiteKey), typeof(RequestLimits)];

        var setters = settings.SelectMany(type => type.GetProperties()).Select(setting => setting.SetMethod!).ToArray();

        Assert.NotEmpty(setters);
        Assert.All(setters, setter => Assert.DoesNotContain(
            setter.ReturnParameter.GetRequiredCustomModifiers(), type => type.Name == "IsExternalInit"));
    }

    [Theory]
    [InlineData("Portal:MessengerOrigins:0", "*", "Portal:MessengerOrigins: '*' is", "no *, null, path, query or user.")]
    [InlineData("Portal:MessengerOrigins:0", "null", "Portal:MessengerOrigins: 'null' is", "Write scheme, host and port only, such as https://")]
    [InlineData("Portal:MessengerOrigins:0", "https://*.example", "Portal:MessengerOrigins: 'https://*.example' is", "host and port only")]
    [InlineData("Portal:MessengerOrigins:0", "https://messenger.example/path", "Portal:MessengerOrigins: '", "host and port only")]
    [InlineData("Portal:MessengerOrigins:0", "https://messenger.example/?query", "Portal:MessengerOrigins: '", "host and port only")]
    [InlineData("Portal:MessengerOrigins:0", "https://messenger.example/#fragment", "Portal:MessengerOrigins: '", "host and port only")]
    [InlineData("Portal:MessengerOrigins:0", "https://user@messenger.example", "Portal:MessengerOrigins: '", "host and port only")]
    [InlineData("Portal:MessengerOrigins:0", "messenger.example", "Portal:MessengerOrigins: '", "host and port only")]
    [InlineData("Portal:MessengerOrigins:0", "ftp://messenger.example", "Portal:MessengerOrigins: '", "host and port only")]
    [InlineData("Portal:Site:Origins:0", "http://www.acme.example", "Portal:Site:Origins: 'http://www.acme.example' is plain http", "Use https; http is for Development only.")]
    [InlineData("Portal:Site:SignInUrl", "http://www.acme.example", "Portal:Site:SignInUrl: 'http://www.acme.example' is plain http", "Use https; http is for Development only.")]
    [InlineData("Portal:Site:SignInUrl", "/sign-in", "Portal:Site:SignInUrl: '/sign-in' is", "Set the page where customers sign in.")]
    [InlineData("Portal:Site:SignInUrl", "javascript:alert(1)", "Portal:Site:SignInUrl: 'javascript:alert(1)' is", "Set the page where customers sign in.")]
    [InlineData("Portal:Site:Issuer", "", "Portal:Site:Issuer is empty.", "Set it to what the site puts into the token's iss.")]
    [InlineData("Portal:Site:Name", "", "Portal:Site:Name is empty.", "Set it to the site's name as customers know it.")]
    [InlineData("Portal:Site:Keys:0:X", "AAAA", "Portal:Site:Keys:0: X and Y", "Copy both from the public key's JWK, as base64url.")]
    [InlineData("Portal:Site:Keys:0:Y", "not base64url!", "Portal:Site:Keys:0: X and Y", "Copy both from the public key's JWK, as base64url.")]
    [InlineData("Portal:Site:Keys:0:Kid", "", "Portal:Site:Keys:0:Kid must be", "1 to 64 letters, digits, '-' or '_'.")]
    [InlineData("Portal:Site:Keys:0:Kid", "with space", "Portal:Site:Keys:0:Kid must be", "1 to 64 letters, digits, '-' or '_'.")]
    [InlineData("Portal:KnownProxies:0", "everybody", "Portal:KnownProxies: 'everybody' is",
        "List each proxy's address, such as 10.0.0.7, or their network, such as 10.0.0.0/8.")]
    [InlineData("Portal:KnownProxies:0", "10.0.0.0/33", "Portal:KnownProxies: '10.0.0.0/33' is", "or their network")]
    [InlineData("Portal:KnownProxies:0", "0.0.0.0/0", "Portal:KnownProxies: '0.0.0.0/0' is every address there is",
        "List the network that your proxies are in.")]
    [InlineData("Portal:KnownProxies:0", "::/0", "Portal:KnownProxies: '::/0' is every address there is",
        "List the network that your proxies are in.")]
    [InlineData("Portal:PathBase", "account", "Portal:PathBase: 'account' is", "Begin with / and end without")]
    [InlineData("Portal:PathBase", "/account/", "Portal:PathBase: '/account/' is", "such as /account.")]
    [InlineData("Portal:PathBase", "/", "Portal:PathBase: '/' is", "Begin with / and end without")]
    [InlineData("Portal:PathBase", "/a/{b}", "Portal:PathBase: '/a/{b}' is", "Begin with / and end without")]
    [InlineData("Portal:Hsts", "true", "Portal:Hsts: 'true' is", "Write on, off or includeSubDomains.")]
    [InlineData("Portal:LinkHosts:0", "https://shop.acme.example", "Portal:LinkHosts: 'https://shop.acme.example' is", "List hosts only, such as shop.acme.example.")]
    [InlineData("Portal:LinkHosts:0", "10.0.0.7", "Portal:LinkHosts: '10.0.0.7' is", "List hosts only, such as shop.acme.example.")]
    [InlineData("Portal:Locale", "de_DE", "Portal:Locale: 'de_DE' is not a locale.", "such as de-DE.")]
    [InlineData("Portal:TimeZone", "Berlin", "Portal:TimeZone: 'Berlin' is not a time zone.", "such as Europe/Berlin.")]
    [InlineData("Portal:SilentDays", "0", "Portal:SilentDays: 0 is not a number of days.", "Write 1 or more.")]
    [InlineData("Portal:SilentDays", "-5", "Portal:SilentDays: -5 is not a number of days.", "Write 1 or more.")]
    [InlineData("Portal:RequestsPerMinute:Subject", "0", "Portal:RequestsPerMinute:", "Address and Subject must be 1 or more.")]
    [InlineData("Portal:RequestsPerMinute:Address", "0", "Portal:RequestsPerMinute:", "Address and Subject must be 1 or more.")]
    public void A_setting_that_would_leave_it_open_or_dead_is_named_with_the_cure(string name, string value, string start, string cure)
    {
        var fault = Assert.Single(Faults((name, value)));

        Assert.StartsWith(start, fault);
        Assert.Contains(cure, fault);
    }

    [Theory]
    [InlineData("Portal:MessengerOrigins:0", "Portal:MessengerOrigins is empty.", "such as Portal:MessengerOrigins:0=https://www.acme.example.")]
    [InlineData("Portal:Site:Origins:0", "Portal:Site:Origins is empty.", "such as Portal:Site:Origins:0=https://www.acme.example.")]
    [InlineData("Portal:Site:Keys:0", "Portal:Site:Keys is empty.", "as Portal:Site:Keys:0:Kid, :X and :Y.")]
    [InlineData("Portal:Site:Issuer", "Portal:Site:Issuer is empty.", "what the site puts into the token's iss.")]
    [InlineData("Portal:Site:Name", "Portal:Site:Name is empty.", "the site's name as customers know it.")]
    [InlineData("Portal:Site:SignInUrl", "Portal:Site:SignInUrl: '' is", "the page where customers sign in.")]
    public void A_setting_that_is_missing_is_named_with_the_cure(string missing, string start, string cure)
    {
        var settings = Right.Where(setting => !setting.Key.StartsWith(missing, StringComparison.Ordinal));

        var fault = Assert.Single(Faults("Production", settings));

        Assert.StartsWith(start, fault);
        Assert.EndsWith(cure, fault);
    }

    [Fact]
    public void Two_keys_must_not_have_one_name()
    {
        var fault = Assert.Single(Faults([.. Other.Settings(1), ("Portal:Site:Keys:1:Kid", SiteTokens.Key.Kid)]));

        Assert.StartsWith("Portal:Site:Keys:1:Kid 'test-1' names a second key.", fault);
        Assert.Empty(Faults([.. Other.Settings(1)]));
    }

    [Theory]
    [InlineData(64, 0)]
    [InlineData(65, 1)]
    public void A_keys_name_has_at_most_64_characters(int length, int faults) =>
        Assert.Equal(faults, Faults(("Portal:Site:Keys:0:Kid", new string('a', length))).Length);

    [Fact]
    public void All_faults_are_named_at_once() => Assert.Equal(3, Faults(
        ("Portal:MessengerOrigins:0", "*"), ("Portal:Site:Issuer", ""), ("Portal:KnownProxies:0", "everybody")).Length);

    [Fact]
    public void Proxies_are_taken_as_addresses_and_networks_and_link_hosts_as_names() => Assert.Empty(Faults(
        ("Portal:KnownProxies:0", "10.0.0.7"), ("Portal:KnownProxies:1", "2001:db8::7"),
        ("Portal:KnownProxies:2", "10.0.0.0/8"), ("Portal:KnownProxies:3", "fd00::/8"),
        ("Portal:LinkHosts:0", "shop.acme.example")));

    [Theory]
    [InlineData("Portal:PathBase", "/account")]
    [InlineData("Portal:PathBase", "/help/account-2")]
    [InlineData("Portal:Hsts", "off")]
    [InlineData("Portal:Hsts", "includeSubDomains")]
    [InlineData("Portal:SilentDays", "1")]
    public void A_choice_that_is_known_has_no_fault(string name, string value) => Assert.Empty(Faults((name, value)));

    [Fact]
    public void Development_does_with_plain_http_and_without_a_key()
    {
        var settings = Right.Where(setting => !setting.Key.Contains(":Keys:", StringComparison.Ordinal)).ToDictionary();
        settings["Portal:Site:Origins:0"] = settings["Portal:MessengerOrigins:0"] = "http://localhost:5100";
        settings["Portal:Site:SignInUrl"] = "http://localhost:5100/sign-in";

        Assert.Empty(Faults("Development", settings));
        Assert.Equal(4, Faults("Production", settings).Length);
    }

    [Theory]
    [InlineData("https://Messenger.example:443/", "https://messenger.example")]
    [InlineData("HTTPS://messenger.example:8443", "https://messenger.example:8443")]
    [InlineData("https://bücher.example", "https://xn--bcher-kva.example")]
    [InlineData("https://a_b.example", "https://a_b.example")]
    [InlineData("https://10.0.0.7", "https://10.0.0.7")]
    [InlineData("https://[2001:DB8::7]:8443/", "https://[2001:db8::7]:8443")]
    public void An_origin_is_brought_to_the_form_that_browsers_send(string written, string sent)
    {
        using var host = Start("Production", Right.Concat([new("Portal:Site:Origins:1", written), new("Portal:MessengerOrigins:1", written)]));

        var options = host.Services.GetRequiredService<IOptions<PortalOptions>>().Value;

        Assert.Equal(["https://www.acme.example", sent], options.Site.Origins);
        Assert.Equal(["https://messenger.example", sent], options.MessengerOrigins);
    }

    /// <summary>Its private half is in <c>proof-vectors.json</c>, for everybody to read.</summary>
    [Fact]
    public void The_published_test_key_is_for_Development_only()
    {
        var settings = new Dictionary<string, string?>(Right)
        {
            ["Portal:Site:Keys:0:X"] = "0NTlFV95zIa7QVmG3_PYvWbF4iZLgEF18t7y4zD3CpA",
            ["Portal:Site:Keys:0:Y"] = "6IvOsA5RzP5bEwFMKRxvyCeYGcL6gZU4retEX7yQgLo",
        };

        var fault = Assert.Single(Faults("Production", settings));
        Assert.StartsWith("Portal:Site:Keys:0 is the test key whose private half", fault);
        Assert.EndsWith("so anyone can sign in as anyone. Make a key of your own, as docs/your-site.md says.", fault);
        Assert.Empty(Faults("Development", settings));
    }

    static string[] Faults(params (string Name, string Value)[] changed)
    {
        var settings = new Dictionary<string, string?>(Right);
        foreach (var (name, value) in changed) settings[name] = value;
        return Faults("Production", settings);
    }

    static string[] Faults(string environment, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        using var host = Start(environment, settings);
        return Record.Exception(host.Services.GetRequiredService<IStartupValidator>().Validate) is { } fault
            ? [.. Assert.IsType<OptionsValidationException>(fault).Failures] : [];
    }

    static IHost Start(string environment, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Services.AddPortalOptions();
        return builder.Build();
    }
}
