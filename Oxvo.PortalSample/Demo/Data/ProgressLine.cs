using System.Globalization;

namespace Oxvo.PortalSample.Demo.Data;

/// <summary>
/// One line that is rewritten on a terminal; plain lines, now and then, where the output goes to a file or another program.
/// </summary>
sealed class ProgressLine(TextWriter writer, TimeProvider clock, int from, int to)
{
    readonly bool terminal = (ReferenceEquals(writer, Console.Out) && !Console.IsOutputRedirected) ||
                              (ReferenceEquals(writer, Console.Error) && !Console.IsErrorRedirected);
    readonly long start = clock.GetTimestamp();
    long last = clock.GetTimestamp();
    int width;

    public void Report(int made)
    {
        var finished = made == to;
        if (!finished && clock.GetElapsedTime(last) < TimeSpan.FromSeconds(terminal ? 0.2 : 5)) return;

        last = clock.GetTimestamp();
        var seconds = Math.Max(clock.GetElapsedTime(start).TotalSeconds, 0.001);
        var rate = (made - from) / seconds;
        var line = string.Create(CultureInfo.InvariantCulture,
            $"Demo customers: {made:N0} of {to:N0} · {rate:N0} a second · ") + (finished
            ? string.Create(CultureInfo.InvariantCulture, $"done in {seconds:N1} s")
            : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling((to - made) / Math.Max(rate, 1)):N0} s left"));
        if (!terminal)
        {
            writer.WriteLine(line);
            return;
        }
        writer.Write('\r' + line.PadRight(width));
        width = line.Length;
        if (finished)
            writer.WriteLine();
        writer.Flush();
    }
}
