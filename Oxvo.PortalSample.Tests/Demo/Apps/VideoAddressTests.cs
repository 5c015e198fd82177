namespace Oxvo.PortalSample.Tests.Demo.Apps;

/// <summary>From a video's page or share link to the player that may stand in a frame.</summary>
public sealed class VideoAddressTests
{
    const string YouTube = "https://www.youtube-nocookie.com/embed/M7lc1UVf-VE",
        Vimeo = "https://player.vimeo.com/video/76979871",
        Loom = "https://www.loom.com/embed/e883f70b219a49f6ba7fbeac71a72604";

    [Theory]
    [InlineData("https://www.youtube.com/watch?v=M7lc1UVf-VE", YouTube)]
    [InlineData("  https://www.youtube.com/watch?v=M7lc1UVf-VE\n", YouTube)]
    [InlineData("www.youtube.com/watch?v=M7lc1UVf-VE", YouTube)]
    [InlineData("youtube.com/watch?v=M7lc1UVf-VE", YouTube)]
    [InlineData("//www.youtube.com/embed/M7lc1UVf-VE", YouTube)]
    [InlineData("HTTPS://WWW.YouTube.COM/watch?v=M7lc1UVf-VE", YouTube)]
    [InlineData("https://www.youtube.com:443/watch?v=M7lc1UVf-VE", YouTube)]
    [InlineData("https://www.youtube.com./watch?v=M7lc1UVf-VE", YouTube)]
    [InlineData("https://www.youtube.com/watch/?v=M7lc1UVf-VE", YouTube)]
    [InlineData("https://www.youtube.com/watch?app=desktop&v=M7lc1UVf-VE&feature=youtu.be&ab_channel=Google", YouTube)]
    [InlineData("https://www.youtube.com/watch?v=M7lc1UVf-VE&list=PLabc&index=2&pp=xyz", YouTube)]
    [InlineData("https://www.youtube.com/watch?v=M7lc1UVf-VE&t=90", YouTube + "?start=90")]
    [InlineData("https://www.youtube.com/watch?v=M7lc1UVf-VE&t=90s", YouTube + "?start=90")]
    [InlineData("https://www.youtube.com/watch?v=M7lc1UVf-VE&t=1h2m3s", YouTube + "?start=3723")]
    [InlineData("https://www.youtube.com/watch?v=M7lc1UVf-VE&t=soon", YouTube)]
    [InlineData("https://www.youtube.com/watch?v=M7lc1UVf-VE&t=0s", YouTube)]
    [InlineData("https://www.youtube.com/watch?v=M7lc1UVf-VE#t=1m30s", YouTube + "?start=90")]
    [InlineData("https://m.youtube.com/watch?v=M7lc1UVf-VE", YouTube)]
    [InlineData("https://music.youtube.com/watch?v=M7lc1UVf-VE&si=abc", YouTube)]
    [InlineData("https://youtu.be/M7lc1UVf-VE", YouTube)]
    [InlineData("youtu.be/M7lc1UVf-VE?si=Q4tracking&t=42", YouTube + "?start=42")]
    [InlineData("https://www.youtube.com/shorts/M7lc1UVf-VE?feature=share", YouTube)]
    [InlineData("https://www.youtube.com/live/M7lc1UVf-VE?si=abc", YouTube)]
    [InlineData("https://www.youtube.com/embed/M7lc1UVf-VE?start=30&end=60&autoplay=1", YouTube + "?start=30&end=60")]
    [InlineData("https://www.youtube-nocookie.com/embed/M7lc1UVf-VE/", YouTube)]
    [InlineData("https://vimeo.com/76979871", Vimeo)]
    [InlineData("vimeo.com/76979871/", Vimeo)]
    [InlineData("https://www.vimeo.com/76979871?share=copy&fl=sv&fe=ci", Vimeo)]
    [InlineData("https://vimeo.com/76979871/8272103f6e", Vimeo + "?h=8272103f6e")]
    [InlineData("https://vimeo.com/76979871/8272103f6e?share=copy#t=30s", Vimeo + "?h=8272103f6e#t=30s")]
    [InlineData("https://vimeo.com/76979871?h=8272103f6e", Vimeo + "?h=8272103f6e")]
    [InlineData("https://vimeo.com/76979871#t=1m30s", Vimeo + "#t=1m30s")]
    [InlineData("https://vimeo.com/channels/staffpicks/76979871", Vimeo)]
    [InlineData("https://vimeo.com/groups/motion/videos/76979871", Vimeo)]
    [InlineData("https://vimeo.com/showcase/1234/video/76979871", Vimeo)]
    [InlineData("https://vimeo.com/manage/videos/76979871/8272103f6e", Vimeo + "?h=8272103f6e")]
    [InlineData("https://player.vimeo.com/video/76979871?h=8272103f6e&autoplay=1", Vimeo + "?h=8272103f6e")]
    [InlineData("https://player.vimeo.com/video/76979871?h=<script>", Vimeo)]
    [InlineData("https://www.loom.com/share/e883f70b219a49f6ba7fbeac71a72604", Loom)]
    [InlineData("loom.com/share/e883f70b219a49f6ba7fbeac71a72604?sid=7bcb9a6f-0290-4d5b-9eb0-12ed04e9167e", Loom)]
    [InlineData("https://www.loom.com/share/Setup-in-a-minute-e883f70b219a49f6ba7fbeac71a72604", Loom)]
    [InlineData("https://www.loom.com/embed/e883f70b219a49f6ba7fbeac71a72604?hide_owner=true&t=30s",
        Loom + "?t=30s&hide_owner=true")]
    public void A_video_becomes_its_player(string given, string made)
    {
        Assert.Equal(made, Templates.Address("video", given));
        Assert.Equal(made, Templates.Address("video", made));
    }

    [Theory]
    [InlineData("https://www.youtube.com/@GoogleDevelopers", "That is a channel. Open one of its videos")]
    [InlineData("https://www.youtube.com/@GoogleDevelopers/videos", "That is a channel.")]
    [InlineData("https://www.youtube.com/channel/UC_x5XG1OV2P6uZZ5FSM9Ttw", "That is a channel.")]
    [InlineData("https://www.youtube.com/c/GoogleDevelopers", "That is a channel.")]
    [InlineData("https://m.youtube.com/user/GoogleDevelopers/", "That is a channel.")]
    [InlineData("https://www.youtube.com/playlist?list=PLabc", "That is a playlist.")]
    [InlineData("https://www.youtube.com/embed/videoseries?list=PLabc", "plays a playlist")]
    [InlineData("https://www.youtube.com/embed/live_stream?channel=UCabc", "plays a playlist or a channel")]
    [InlineData("https://www.youtube.com/results?search_query=oxvo", "That is a search.")]
    [InlineData("https://www.youtube.com/", "no video. Open a video")]
    [InlineData("https://www.youtube.com/watch", "no video. Open a video")]
    [InlineData("https://www.youtube.com/watch?v=short", "no video. Open a video")]
    [InlineData("https://www.youtube.com/WATCH?v=M7lc1UVf-VE", "no video. Open a video")]
    [InlineData("https://studio.youtube.com/video/M7lc1UVf-VE/edit", "no video. Open a video")]
    [InlineData("https://youtu.be/", "no video. Open a video")]
    [InlineData("https://vimeo.com/staffpicks", "a page of Vimeo’s")]
    [InlineData("https://vimeo.com/showcase/1234", "no single video")]
    [InlineData("https://vimeo.com/76979871/NOTHEX", "no single video")]
    [InlineData("https://www.loom.com/looms/videos", "https://www.loom.com/share/")]
    [InlineData("https://www.loom.com/share/folder/e883f70b219a49f6ba7fbeac71a72604", "a page of Loom’s")]
    [InlineData("https://calendly.com/acme/intro", "Use the address of one video on YouTube, Vimeo or Loom")]
    [InlineData("https://form.typeform.com/to/moe6aa", "YouTube, Vimeo or Loom")]
    [InlineData("https://youtube.com.evil.example/watch?v=M7lc1UVf-VE", "YouTube, Vimeo or Loom")]
    [InlineData("https://evilyoutube.com/watch?v=M7lc1UVf-VE", "YouTube, Vimeo or Loom")]
    [InlineData("https://www.youtube.com.:8443/watch?v=M7lc1UVf-VE", "YouTube, Vimeo or Loom")]
    [InlineData("https://yоutube.com/watch?v=M7lc1UVf-VE", "YouTube, Vimeo or Loom")]
    [InlineData("https://youtube.com@evil.example/watch?v=M7lc1UVf-VE", "user name")]
    [InlineData("https://evil.example/?https://www.youtube.com/watch?v=M7lc1UVf-VE", "YouTube, Vimeo or Loom")]
    [InlineData("http://www.youtube.com/watch?v=M7lc1UVf-VE", "Plain http works on this machine only")]
    [InlineData("M7lc1UVf-VE", "That is not a web address.")]
    public void Anything_else_is_refused_with_what_to_use(string given, string words) =>
        Assert.Contains(words, Templates.Refusal("video", given), StringComparison.Ordinal);
}
