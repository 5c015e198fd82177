using System.Text;
using Oxvo.PortalSample.Tools;

namespace Oxvo.PortalSample.Tests.Tools;

/// <summary>The one list of characters that cannot be seen.</summary>
public sealed class UnseenTests
{
    [Theory]
    [InlineData(0x0000, true)] // NUL
    [InlineData(0x0009, true)] // tab
    [InlineData(0x000A, true)] // line feed
    [InlineData(0x001B, true)] // escape
    [InlineData(0x007F, true)] // delete
    [InlineData(0x0085, true)] // next line
    [InlineData(0x009B, true)] // control sequence introducer
    [InlineData(0x00AD, true)] // soft hyphen
    [InlineData(0x061C, true)] // Arabic letter mark
    [InlineData(0x180E, true)] // Mongolian vowel separator
    [InlineData(0x200B, true)] // zero width space
    [InlineData(0x200C, true)] // zero width non-joiner
    [InlineData(0x200D, true)] // zero width joiner
    [InlineData(0x200E, true)] // left-to-right mark
    [InlineData(0x2028, true)] // line separator
    [InlineData(0x2029, true)] // paragraph separator
    [InlineData(0x202E, true)] // right-to-left override
    [InlineData(0x2060, true)] // word joiner
    [InlineData(0x2066, true)] // left-to-right isolate
    [InlineData(0x2069, true)] // pop directional isolate
    [InlineData(0xFEFF, true)] // byte order mark
    [InlineData(0xFFF9, true)] // interlinear annotation
    [InlineData(0xE0041, true)] // tag
    [InlineData(0x0020, false)] // space
    [InlineData(0x00A0, false)] // no-break space
    [InlineData(0x0041, false)] // A
    [InlineData(0x0627, false)] // Arabic alef
    [InlineData(0x0301, false)] // combining acute accent
    [InlineData(0xFE0F, false)] // emoji style
    [InlineData(0xFFFD, false)] // replacement character
    [InlineData(0x1F600, false)] // emoji
    public void It_is_kept_in_one_table(int character, bool isUnseen)
    {
        var rune = new Rune(character);

        Assert.Equal(isUnseen, Unseen.Is(rune));
        if (rune.IsBmp) Assert.Equal(isUnseen, Unseen.Is((char)character));
    }

    [Fact]
    public void Half_a_pair_cannot_be_seen() => Assert.All("\ud83d\ude00", half => Assert.True(Unseen.Is(half)));

    [Theory]
    [InlineData("a\u0000b\u001b[31mc\u202Ed\u2066e\u200Bf\u200Eg\uFEFF", "ab[31mcdefg")]
    [InlineData("one\ntwo\tthree\u00A0four\u2028five", "one\ntwo\tthree\u00A0four\u2028five")]
    [InlineData("👩🏽‍🚒 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 می‌خواهم", "👩🏽‍🚒 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 می‌خواهم")]
    public void A_text_without_them_keeps_its_white_space_and_what_joins_its_letters(string text, string seen) =>
        Assert.Equal(seen, Unseen.Remove(text));
}
