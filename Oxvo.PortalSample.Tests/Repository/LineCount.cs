namespace Oxvo.PortalSample.Tests.Repository;

/// <summary>What somebody had to write, as a plain line diff tells it.</summary>
static class LineCount
{
    /// <summary>
    /// Lines added, changed and removed, blank ones too: where some lines took the place of others, the larger number
    /// of the two.
    /// </summary>
    public static int CountChanged(string before, string after)
    {
        var (old, now) = (before.Split('\n'), after.Split('\n'));
        var common = Common(old, now);
        var (count, removed, added) = (0, 0, 0);
        for (int o = 0, n = 0; o < old.Length || n < now.Length;)
            if (o < old.Length && n < now.Length && old[o] == now[n])
            {
                count += Math.Max(removed, added);
                (removed, added, o, n) = (0, 0, o + 1, n + 1);
            }
            else if (n == now.Length || (o < old.Length && common[o + 1, n] >= common[o, n + 1]))
                (removed, o) = (removed + 1, o + 1);
            else (added, n) = (added + 1, n + 1);
        return count + Math.Max(removed, added);
    }

    /// <summary>From each line of both on, how many they have in common in the same order.</summary>
    static int[,] Common(string[] old, string[] now)
    {
        var common = new int[old.Length + 1, now.Length + 1];
        for (var o = old.Length - 1; o >= 0; o--)
            for (var n = now.Length - 1; n >= 0; n--)
                common[o, n] = old[o] == now[n] ? common[o + 1, n + 1] + 1
                    : Math.Max(common[o + 1, n], common[o, n + 1]);
        return common;
    }
}
