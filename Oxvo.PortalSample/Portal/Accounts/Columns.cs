using System.Data.Common;

namespace Oxvo.PortalSample.Portal.Accounts;

/// <summary>
/// Where a result has the columns of its section. An amount is found by its name, whichever unit it is in.
/// </summary>
public sealed class Columns
{
    readonly Dictionary<string, int> places = [];
    readonly HashSet<string> inMinorUnits = [];

    public Columns(Statement statement, IReadOnlyList<string> names)
    {
        Statement = statement;
        Count = names.Count;
        for (var i = 0; i < names.Count; i++)
        {
            var money = statement.Money.FirstOrDefault(money => names[i] == $"{money}_minor");
            if (money is not null) inMinorUnits.Add(money);
            places[money ?? names[i]] = i;
        }
    }

    public Statement Statement { get; }

    public int Count { get; }

    public int? Find(string column) => places.TryGetValue(column, out var place) ? place : null;

    public bool IsMinor(string money) => inMinorUnits.Contains(money);

    internal static string[] Names(DbDataReader reader)
    {
        var names = new string[reader.FieldCount];
        for (var i = 0; i < names.Length; i++) names[i] = reader.GetName(i);
        return names;
    }
}
