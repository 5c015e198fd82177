using Oxvo.PortalSample.Portal.Accounts;

namespace Oxvo.PortalSample.Portal.Api;

/// <summary>
/// One part of the answer, with a view of its own on the page (<c>NAME.js</c>). Every public or internal class that
/// derives from it is found by itself: a section of your own is such a class, its statement in <c>account.sql</c>, and
/// its view.
/// </summary>
public abstract class Section
{
    /// <summary>Its member of the answer, in camelCase, and its view.</summary>
    public abstract string Name { get; }

    /// <summary>The sections of <c>account.sql</c> that it reads.</summary>
    public abstract IReadOnlyList<Statement> Statements { get; }

    /// <summary>
    /// What the page gets: null where it is not offered to this customer. A type of your own, other than a
    /// <see cref="System.Text.Json.Nodes.JsonObject"/>, must be known to <see cref="PortalJson"/>.
    /// </summary>
    public abstract object? Build(Account account);

    /// <summary>What in it needs the customer. Kinds of your own come after those of <see cref="Attention"/>.</summary>
    /// <param name="answer">What <see cref="Build"/> returned.</param>
    public virtual IEnumerable<AttentionAnswer> FindAttention(object answer, CustomerDay day) => [];

    /// <summary>The sections in the order of the answer.</summary>
    public static IReadOnlyList<Section> FindAll() =>
    [
        .. typeof(Section).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Section)) && !type.IsAbstract)
            .OrderBy(type => type.FullName, StringComparer.Ordinal)
            .Select(type => (Section)Activator.CreateInstance(type)!),
    ];
}

/// <summary>Registers the sections, what they read, and what turns them into the answer.</summary>
public static class SectionServices
{
    public static void AddSections(this IServiceCollection services)
    {
        foreach (var section in Section.FindAll())
        {
            services.AddSingleton(section);
            foreach (var statement in section.Statements) services.AddSingleton(statement);
        }
        services.AddSingleton<PortalAnswers>();
    }
}
