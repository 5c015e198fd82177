namespace Oxvo.PortalSample.Tests.Demo.Apps;

/// <summary>What people copy from a provider, and what becomes of it.</summary>
/// <param name="Made">The embeddable address.</param>
/// <param name="LeftOut">The parameters that are said to be left out, as they are told.</param>
sealed record ShareRow(string Template, string Given, string Made, string LeftOut = "");

/// <summary>One provider's rows.</summary>
/// <param name="Source">The provider's own page about the embedded form and its options.</param>
/// <param name="Seen">How the embedded form is known: from that page, or from pages on the Web that embed it.</param>
sealed record Provider(string Name, string Source, Known Seen, ShareRow[] Rows);

enum Known { FromItsPage, FromUse }

/// <summary>The table of share addresses.</summary>
static class ShareAddressRows
{
    public static readonly IReadOnlyList<Provider> All =
    [
        new("YouTube", "https://developers.google.com/youtube/player_parameters", Known.FromItsPage, YouTube),
        new("Vimeo", "https://developer.vimeo.com/player/sdk/embed", Known.FromItsPage, Vimeo),
        new("Loom", "https://www.npmjs.com/package/@loomhq/loom-embed", Known.FromItsPage, Loom),
        new("Wistia", "https://docs.wistia.com/docs/embed-options-and-plugins", Known.FromUse, Wistia),
        new("Vidyard", "https://www.npmjs.com/package/@vidyard/embed-code", Known.FromItsPage, Vidyard),
        new("Calendly", "https://developer.calendly.com/api-docs/overview/embedding/getting-started",
            Known.FromItsPage, Calendly),
        new("Cal.com", "https://cal.com/help/embedding/adding-embed", Known.FromItsPage, Cal),
        new("HubSpot", "https://knowledge.hubspot.com/meetings-tool/embed-the-meetings-tool-on-an-external-page",
            Known.FromUse, HubSpot),
        new("Microsoft Bookings", "https://learn.microsoft.com/en-us/microsoft-365/bookings/customize-booking-page",
            Known.FromUse, Bookings),
        new("Google Calendar", "https://support.google.com/calendar/answer/10733297", Known.FromUse, Appointments),
        new("Google Forms", "https://support.google.com/docs/answer/2839588", Known.FromUse, GoogleForms),
        new("Tally", "https://developers.tally.so/widgets/embeds", Known.FromItsPage, Tally),
        new("Airtable", "https://support.airtable.com/docs/embedding-airtable-views", Known.FromUse, Airtable),
        new("Notion", "https://www.notion.com/help/public-pages-and-web-publishing", Known.FromUse, Notion),
        new("Google Docs", "https://support.google.com/docs/answer/183965", Known.FromUse, GoogleDocs),
        new("Figma", "https://developers.figma.com/docs/embeds/embed-figma-file", Known.FromItsPage, Figma),
        new("Miro", "https://developers.miro.com/docs/miro-live-embed-with-a-direct-link", Known.FromItsPage, Miro),
        new("Jotform", "https://www.jotform.com/help/148-getting-the-form-iframe-code/", Known.FromUse, Jotform),
    ];

    const string Player = "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ",
        OnVimeo = "https://player.vimeo.com/video/824804225", OnLoom = "https://www.loom.com/embed/",
        Loomed = "0281766fa2d04bb788eaf19e65135184", OnWistia = "https://fast.wistia.net/embed/iframe/qbsdrp4alc",
        OnVidyard = "https://play.vidyard.com/8TvyaTUFhFLQgu1rKyKFg9",
        Inline = "?embed_domain=127.0.0.1&embed_type=Inline", Meeting = "https://meetings.hubspot.com/mira/demo",
        Outlook = "https://outlook.office365.com/owa/calendar/Acme@acme.example/bookings/",
        Schedule = "https://calendar.google.com/calendar/appointments/schedules/AcZssZ1aBcDeFgHiJkLmNoPqRsTu",
        Form = "https://docs.google.com/forms/d/e/1FAIpQLSd0x-Y_zAbC/viewform?embedded=true",
        Doc = "https://docs.google.com/document/d/1aBcDeFgHiJkLmNoPqRsTuVwXyZ012345",
        Slides = "https://docs.google.com/presentation/d/", Sheets = "https://docs.google.com/spreadsheets/d/",
        Page = "https://acme.notion.site/ebd/27a1b2c3d4e5f60718293a4b5c6d7e8f";

    static ShareRow[] YouTube =>
    [
        new("video", "https://www.youtube.com/watch?v=dQw4w9WgXcQ&amp;t=1m5s", Player + "?start=65"),
        new("video", "https://www.youtube.com/embed/dQw4w9WgXcQ?start=10&amp;end=20&amp;cc_load_policy=1",
            Player + "?start=10&end=20&cc_load_policy=1"),
        new("video", "https://www.youtube.com/embed/dQw4w9WgXcQ?cc_lang_pref=fr&hl=fr&rel=0",
            Player + "?cc_lang_pref=fr&hl=fr&rel=0"),
        new("video", "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?controls=0&autoplay=1",
            Player + "?controls=0", "autoplay"),
        new("video", "https://www.youtube.com/watch/dQw4w9WgXcQ", Player),
        new("video", "https://www.youtube.com/e/dQw4w9WgXcQ", Player),
        new("video", "https://www.youtube.com/v/dQw4w9WgXcQ?version=3", Player, "version"),
        new("video", "https://www.youtube.com/vi/dQw4w9WgXcQ", Player),
        new("video", "https://www.youtube.com/watch?vi=dQw4w9WgXcQ&t=7", Player + "?start=7"),
        new("video", "https://www.youtube.com/?v=dQw4w9WgXcQ", Player),
        new("video", "https://m.youtube.com/?vi=dQw4w9WgXcQ", Player),
        new("video", "https://www.youtube.com/v/dQw4w9WgXcQ&hl=en&fs=1", Player + "?hl=en&fs=1"),
        new("video", "https://www.youtube.com/embed/dQw4w9WgXcQ&start=30", Player + "?start=30"),
        new("video", "https://youtu.be/dQw4w9WgXcQ&feature=youtu.be", Player, "feature"),
        new("video", "https://youtu.be/dQw4w9WgXcQ&t=42", Player + "?start=42"),
        new("video", "https://www.youtube.com/watch&v=dQw4w9WgXcQ", Player),
        new("video", "https://www.youtube.com/watch?v=dQw4w9WgXcQ?t=30", Player + "?start=30"),
        new("video", "https://www.youtube.com/attribution_link?a=JdfC0C9V6ZI&u=%2Fwatch%3Fv%3DdQw4w9WgXcQ%26feature"
            + "%3Dshare", Player, "feature"),
        new("video", "https://www.youtube.com/attribution_link?u=/watch?v%3DdQw4w9WgXcQ%26t%3D9&a=x",
            Player + "?start=9"),
        new("video", "https://consent.youtube.com/m?continue=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DdQw4w9WgXcQ"
            + "&gl=DE", Player),
        new("video", "https://youtu.be/dQw4w9WgXcQ?si=AbCdEf&t=3", Player + "?start=3", "si"),
    ];

    static ShareRow[] Vimeo =>
    [
        new("video", "https://vimeo.com/824804225?dnt=1", OnVimeo + "?dnt=1"),
        new("video", "https://player.vimeo.com/video/824804225?h=a1b2c3d4e5&amp;dnt=1&amp;app_id=122963",
            OnVimeo + "?h=a1b2c3d4e5&dnt=1", "app_id"),
        new("video", "https://vimeo.com/824804225/a1b2c3d4e5?share=copy", OnVimeo + "?h=a1b2c3d4e5", "share"),
        new("video", "https://vimeo.com/manage/videos/824804225/a1b2c3d4e5", OnVimeo + "?h=a1b2c3d4e5"),
        new("video", "https://player.vimeo.com/video/824804225?texttrack=de&amp;title=0&amp;byline=0#t=10s",
            OnVimeo + "?texttrack=de&title=0&byline=0#t=10s"),
        new("video", "https://player.vimeo.com/video/824804225?start_time=5&end_time=30&autoplay=1",
            OnVimeo + "?start_time=5&end_time=30", "autoplay"),
        new("video", "https://vimeo.com/showcase/8801234?video=824804225", OnVimeo),
        new("video", "https://vimeo.com/album/8801234?video=824804225&share=copy", OnVimeo, "share"),
        new("video", "https://vimeo.com/showcase/8801234/video/824804225?h=a1b2c3d4e5", OnVimeo + "?h=a1b2c3d4e5"),
        new("video", "https://vimeo.com/event/3582236", "https://vimeo.com/event/3582236/embed"),
        new("video", "https://vimeo.com/event/3582236/a1b2c3d4e5", "https://vimeo.com/event/3582236/embed/a1b2c3d4e5"),
    ];

    static ShareRow[] Loom =>
    [
        new("video", $"https://www.loom.com/share/{Loomed}?sid=7bcb9a6f&t=75", $"{OnLoom}{Loomed}?t=75", "sid"),
        new("video", $"https://www.loom.com/share/Our-tour-{Loomed}", OnLoom + Loomed),
        new("video", $"https://www.loom.com/embed/{Loomed}?hide_owner=true&amp;hideEmbedTopBar=true",
            $"{OnLoom}{Loomed}?hide_owner=true&hideEmbedTopBar=true"),
        new("video", $"https://www.loom.com/embed/{Loomed}?muted=true&autoplay=true", $"{OnLoom}{Loomed}?muted=true",
            "autoplay"),
    ];

    static ShareRow[] Wistia =>
    [
        new("video", "https://acme.wistia.com/medias/qbsdrp4alc", OnWistia),
        new("video", "https://acme.wistia.com/medias/qbsdrp4alc?wtime=1m5s", OnWistia + "?time=65"),
        new("video", "https://fast.wistia.com/embed/iframe/qbsdrp4alc?doNotTrack=true&amp;autoPlay=true",
            OnWistia + "?doNotTrack=true", "autoPlay"),
        new("video", "https://fast.wistia.net/embed/medias/qbsdrp4alc.jsonp", OnWistia),
        new("video", "https://fast.wistia.net/embed/iframe/qbsdrp4alc?plugin%5Bcaptions-v1%5D%5BonByDefault%5D=true",
            OnWistia + "?plugin%5Bcaptions-v1%5D%5BonByDefault%5D=true"),
    ];

    static ShareRow[] Vidyard =>
    [
        new("video", "https://share.vidyard.com/watch/8TvyaTUFhFLQgu1rKyKFg9?", OnVidyard),
        new("video", "https://video.vidyard.com/watch/8TvyaTUFhFLQgu1rKyKFg9", OnVidyard),
        new("video", "https://acme.hubs.vidyard.com/watch/8TvyaTUFhFLQgu1rKyKFg9?muted=1", OnVidyard + "?muted=1"),
        new("video", "https://play.vidyard.com/8TvyaTUFhFLQgu1rKyKFg9.html?disable_analytics=1&autoplay=1",
            OnVidyard + "?disable_analytics=1", "autoplay"),
    ];

    static ShareRow[] Calendly =>
    [
        new("booking", "https://calendly.com/acme/tour?month=2027-01", $"https://calendly.com/acme/tour{Inline}"
            + "&month=2027-01"),
        new("booking", "https://calendly.com/acme/tour?hide_landing_page_details=1&amp;hide_gdpr_banner=1",
            $"https://calendly.com/acme/tour{Inline}&hide_landing_page_details=1&hide_gdpr_banner=1"),
        new("booking", "https://calendly.com/acme/tour?primary_color=0a5&a1=chat",
            $"https://calendly.com/acme/tour{Inline}&primary_color=0a5&a1=chat"),
        new("booking", "https://calendly.com/acme/tour?name=Mira&email=mira%40acme.example",
            $"https://calendly.com/acme/tour{Inline}", "name, email"),
        new("booking", "https://calendly.com/d/abc-123/tour?utm_source=chat&back=1",
            $"https://calendly.com/d/abc-123/tour{Inline}&utm_source=chat", "back"),
    ];

    static ShareRow[] Cal =>
    [
        new("booking", "https://cal.com/mira/tour?month=2027-01&amp;layout=week_view",
            "https://cal.com/mira/tour?layout=week_view&month=2027-01"),
        new("booking", "https://cal.com/router?form=1f2e3d4c-0000-4000-8000-000000000000&plan=pro",
            "https://cal.com/router?form=1f2e3d4c-0000-4000-8000-000000000000&plan=pro"),
        new("booking", "https://app.cal.com/router/embed?form=1f2e3d4c", "https://app.cal.com/router?form=1f2e3d4c"),
        new("booking", "https://acme.cal.com/forms/1f2e3d4c/embed?size=l",
            "https://acme.cal.com/forms/1f2e3d4c?size=l"),
        new("booking", "https://acme.cal.com/tour/embed?theme=dark", "https://acme.cal.com/tour?theme=dark"),
        new("booking", "https://acme.cal.eu/team/tour/embed", "https://acme.cal.eu/team/tour"),
        new("booking", "https://cal.com/d/hRg3/tour?duration=30&name=Mira", "https://cal.com/d/hRg3/tour?duration=30",
            "name"),
    ];

    static ShareRow[] HubSpot =>
    [
        new("booking", Meeting, Meeting + "?embed=true"),
        new("booking", Meeting + "?uuid=1f2e&utm_source=chat", Meeting + "?embed=true&uuid=1f2e&utm_source=chat"),
        new("booking", "https://meetings-eu1.hubspot.com/mira", "https://meetings-eu1.hubspot.com/mira?embed=true"),
        new("booking", "https://app.hubspot.com/meetings/mira/demo", Meeting + "?embed=true"),
        new("booking", Meeting + "?firstName=Mira", Meeting + "?embed=true", "firstName"),
    ];

    static ShareRow[] Bookings =>
    [
        new("booking", Outlook, Outlook),
        new("booking", "https://outlook.office365.com/owa/calendar/Acme@acme.example/bookings", Outlook),
        new("booking", Outlook + "s/q1W2e3R4t5Y6", Outlook + "s/q1W2e3R4t5Y6"),
        new("booking", "https://outlook.office.com/book/Acme@acme.example/?ismsaljsauthenabled",
            "https://outlook.office.com/book/Acme@acme.example/", "ismsaljsauthenabled"),
        new("booking", "https://outlook.office.com/book/Acme@acme.example/s/q1W2e3R4t5Y6",
            "https://outlook.office.com/book/Acme@acme.example/s/q1W2e3R4t5Y6"),
    ];

    static ShareRow[] Appointments =>
    [
        new("booking", Schedule, Schedule + "?gv=true"),
        new("booking", Schedule + "?gv=true", Schedule + "?gv=true"),
        new("booking", Schedule.Replace("/calendar/app", "/calendar/u/0/app"), Schedule + "?gv=true"),
    ];

    static ShareRow[] GoogleForms =>
    [
        new("feedback", Form.Replace("embedded=true", "usp=sf_link"), Form, "usp"),
        new("feedback", Form.Replace("?embedded=true", ""), Form),
        new("feedback", Form.Replace("embedded=true", "usp=pp_url&amp;entry.1000001=chat"),
            Form + "&entry.1000001=chat", "usp"),
        new("feedback", Form.Replace("/forms/d", "/forms/u/1/d"), Form),
        new("feedback", Form.Replace("/forms/d", "/a/acme.example/forms/d"), Form),
        new("feedback", "https://docs.google.com/forms/d/1aBcDeFgHiJkLmNoPqRsTuVwXyZ/viewform",
            "https://docs.google.com/forms/d/1aBcDeFgHiJkLmNoPqRsTuVwXyZ/viewform?embedded=true"),
    ];

    static ShareRow[] Tally =>
    [
        new("feedback", "https://tally.so/r/mRoDv3", "https://tally.so/embed/mRoDv3"),
        new("feedback", "https://tally.so/r/mRoDv3?plan=pro", "https://tally.so/embed/mRoDv3?plan=pro"),
        new("feedback", "https://tally.so/embed/mRoDv3?alignLeft=1&amp;hideTitle=1",
            "https://tally.so/embed/mRoDv3?alignLeft=1&hideTitle=1"),
    ];

    static ShareRow[] Airtable =>
    [
        new("feedback", "https://airtable.com/shrA1b2C3d4E5f6G", "https://airtable.com/embed/shrA1b2C3d4E5f6G"),
        new("feedback", "https://airtable.com/appA1b2C3d4E5f6G/shrA1b2C3d4E5f6G?prefill_Plan=Pro&hide_Plan=true",
            "https://airtable.com/embed/appA1b2C3d4E5f6G/shrA1b2C3d4E5f6G?prefill_Plan=Pro&hide_Plan=true"),
        new("feedback", "https://airtable.com/appA1b2C3d4E5f6G/pagA1b2C3d4E5f6G/form",
            "https://airtable.com/embed/appA1b2C3d4E5f6G/pagA1b2C3d4E5f6G/form"),
        new("page", "https://airtable.com/appA1b2C3d4E5f6G/shrA1b2C3d4E5f6G/tblA1b2C3d4E5f6G?viewControls=on",
            "https://airtable.com/embed/appA1b2C3d4E5f6G/shrA1b2C3d4E5f6G/tblA1b2C3d4E5f6G?viewControls=on"),
        new("page", "https://airtable.com/embed/shrA1b2C3d4E5f6G?backgroundColor=blue&amp;layout=card",
            "https://airtable.com/embed/shrA1b2C3d4E5f6G?backgroundColor=blue&layout=card"),
    ];

    static ShareRow[] Notion =>
    [
        new("page", "https://acme.notion.site/Our-plan-27a1b2c3d4e5f60718293a4b5c6d7e8f?pvs=4", Page, "pvs"),
        new("page", "https://acme.notion.site/27a1b2c3d4e5f60718293a4b5c6d7e8f?v=0011&pvs=74", Page + "?v=0011", "pvs"),
        new("page", "https://acme.notion.site/ebd//27a1b2c3d4e5f60718293a4b5c6d7e8f", Page),
        new("changelog", "https://acme.notion.site/What-is-new-27a1b2c3d4e5f60718293a4b5c6d7e8f", Page),
    ];

    static ShareRow[] GoogleDocs =>
    [
        new("page", "https://docs.google.com/document/d/e/2PACX-1vAbC/pub", "https://docs.google.com/document/d/e/"
            + "2PACX-1vAbC/pub?embedded=true"),
        new("page", Doc + "/edit?usp=sharing", Doc + "/preview", "usp"),
        new("page", Slides + "e/2PACX-1vAbC/pub?start=true&amp;loop=false&amp;delayms=3000",
            Slides + "e/2PACX-1vAbC/embed?start=true&loop=false&delayms=3000"),
        new("page", Sheets + "e/2PACX-1vAbC/pubhtml?gid=7&single=true",
            Sheets + "e/2PACX-1vAbC/pubhtml?widget=true&gid=7&single=true"),
        new("page", Sheets + "1aBcDeFgHiJkLmNoPqRsTuVwXyZ/edit#gid=7", Sheets
            + "1aBcDeFgHiJkLmNoPqRsTuVwXyZ/preview#gid=7"),
    ];

    static ShareRow[] Figma =>
    [
        new("page", "https://www.figma.com/file/nrPSsILSYjesyc5UHjYYa4/Tour?node-id=5-3",
            "https://embed.figma.com/design/nrPSsILSYjesyc5UHjYYa4/Tour?embed-host=127.0.0.1&node-id=5-3"),
        new("page", "https://www.figma.com/proto/nrPSsILSYjesyc5UHjYYa4/Tour?starting-point-node-id=5%3A3",
            "https://embed.figma.com/proto/nrPSsILSYjesyc5UHjYYa4/Tour?embed-host=127.0.0.1&starting-point-node-id="
            + "5%3A3"),
    ];

    static ShareRow[] Miro =>
    [
        new("page", "https://miro.com/app/board/o9J_kkQxX78=/", "https://miro.com/app/live-embed/o9J_kkQxX78=/"),
        new("page", "https://miro.com/app/board/o9J_kkQxX78=/?share_link_id=12&moveToWidget=34",
            "https://miro.com/app/live-embed/o9J_kkQxX78=/?moveToWidget=34&share_link_id=12"),
    ];

    static ShareRow[] Jotform =>
    [
        new("feedback", "https://www.jotform.com/form/241234567890123", "https://form.jotform.com/241234567890123"),
        new("feedback", "https://form.jotform.com/241234567890123?plan=pro",
            "https://form.jotform.com/241234567890123?plan=pro"),
    ];
}
