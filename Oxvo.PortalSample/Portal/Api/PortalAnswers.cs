using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Oxvo.PortalSample.Portal.Accounts;

namespace Oxvo.PortalSample.Portal.Api;

/// <summary>
/// Turns the rows of an account into the answer, member by member: what no section names never leaves.
/// </summary>
public sealed class PortalAnswers(
    IEnumerable<Section> sections, IOptions<PortalOptions> options, TimeProvider clock, ILogger<PortalAnswers> log)
{
    readonly ConcurrentDictionary<(string Section, string Column), bool> told = [];

    public PortalAnswer Build(Account account)
    {
        var now = clock.GetUtcNow();
        var row = account.Customer;
        var (locale, zone) = (Locale(row), TimeZone(row));
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        var day = new CustomerDay(today, zone, options.Value);
        List<AttentionAnswer> attention = [];
        var answer = new PortalAnswer(now, new(row.Text("name") ?? "", locale, zone.Id), attention);
        foreach (var section in sections)
        {
            var part = answer.Sections[section.Name] = section.Build(account);
            if (part is not null and not HiddenAnswer) attention.AddRange(section.FindAttention(part, day));
        }
        Tell(account.Misfits);
        return answer with { Attention = Attention.Sort(attention) };
    }

    string Locale(Row row)
    {
        if (row.Text("locale") is { } locale && Regional.IsLocale(locale)) return locale;
        return options.Value.Locale;
    }

    TimeZoneInfo TimeZone(Row row)
    {
        if (row.Text("time_zone") is { } name && Regional.FindZone(name) is { } zone) return zone;
        return Regional.FindZone(options.Value.TimeZone)!;
    }

    // Once for each column: a column that does not fit seldom does so for one customer only.
    void Tell(List<Misfit> misfits)
    {
        foreach (var (section, column, reason, _) in misfits)
            if (told.TryAdd((section, column), true))
                log.LogWarning("{File}, section {Section}, column {Column}: a value {Reason}. It is not shown.",
                    AccountFile.Name, section, column, reason);
    }
}
