using System.Globalization;
using System.Text;

namespace Oxvo.PortalSample.Demo.Acme;

/// <summary>An invoice as a PDF of one page (ISO 32000), with the two fonts that every reader has.</summary>
public static class InvoicePdf
{
    public static byte[] Write(SiteInvoice invoice)
    {
        // The fonts have the letters of Western Europe; what they cannot write is left out.
        var to = Western(invoice.Name) is { } name ? $"{name}, {invoice.Email}" : invoice.Email;
        (int X, int Y, int Size, string Text)[] lines =
        [
            (56, 770, 20, "Acme Air"), (56, 750, 10, "Made up for a demo of OXVO. Nothing was sold."),
            (56, 690, 16, $"{SimulatedPage.Word(invoice.Kind)} {invoice.Number}"), (56, 660, 10, $"To: {to}"),
            (56, 644, 10, $"Issued: {SimulatedPage.Day(invoice.IssuedOn)}"),
            (56, 628, 10, $"Due: {SimulatedPage.Day(invoice.DueOn) ?? "at once"}"),
            (56, 600, 12, Western(invoice.Description ?? "") ?? "Acme Air"),
            (56, 580, 12, "Total"), (400, 580, 12, Money(invoice.Total, invoice.Currency)),
            (56, 560, 12, "Amount due"), (400, 560, 12, Money(invoice.AmountDue, invoice.Currency)),
            (56, 540, 12, "Status"), (400, 540, 12, SimulatedPage.Word(invoice.Status)),
        ];
        return Assemble(string.Concat(lines.Select(Draw)));
    }

    // By its code: the fonts of a PDF lack most signs of currencies.
    static string Money(long minor, string currency)
    {
        var digits = Portal.Accounts.Money.Digits(currency);
        var amount = minor / (decimal)Math.Pow(10, digits);
        return $"{amount.ToString($"N{digits}", CultureInfo.InvariantCulture)} {currency}";
    }

    static string? Western(string text)
    {
        var written = Encoding.Latin1.GetString(Encoding.Latin1.GetBytes(text));
        // What has no letter there becomes a question mark.
        return written.AsSpan().Count('?') == text.AsSpan().Count('?') ? written : null;
    }

    static string Draw((int X, int Y, int Size, string Text) line)
    {
        var font = line.Size > 12 ? "Bold" : "Plain";
        return string.Create(CultureInfo.InvariantCulture,
            $"BT /{font} {line.Size} Tf {line.X} {line.Y} Td ({Escape(line.Text)}) Tj ET\n");
    }

    static string Escape(string text) => text.Replace(@"\", @"\\", StringComparison.Ordinal)
        .Replace("(", @"\(", StringComparison.Ordinal).Replace(")", @"\)", StringComparison.Ordinal);

    static byte[] Assemble(string content)
    {
        const string font = "<< /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont";
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
                + "/Resources << /Font << /Plain 5 0 R /Bold 6 0 R >> >> >>",
            $"<< /Length {content.Length} >>\nstream\n{content}endstream",
            $"{font} /Helvetica >>", $"{font} /Helvetica-Bold >>",
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        List<int> places = [];
        foreach (var (index, body) in objects.Index())
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{body}\nendobj\n");
        }
        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places) file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture,
            $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
