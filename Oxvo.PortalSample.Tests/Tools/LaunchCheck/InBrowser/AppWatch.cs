namespace Oxvo.PortalSample.Tests.Tools.LaunchCheck.InBrowser;

/// <summary>
/// What is added to every page of a stage before the page's own scripts: it watches, and changes nothing that they see.
/// </summary>
static class AppWatch
{
    public const string Script = """
        (() => {
          const add = EventTarget.prototype.addEventListener;
          const later = setTimeout.bind(window);
          const watch = {
            received: 0, listeners: 0, empty: 0, last: 0,
            /** Milliseconds by the page's own turns: a machine that slows the page's scripts slows it too. */
            clock: 0,
            /** An answer that has come is yet to be read. */
            idle: (answers) => {
              if (answers !== watch.answers) moved();
              watch.answers = answers;
              return watch.clock - watch.last;
            },
            listens: () => watch.listeners > 0 || onmessage !== null,
          };
          Object.defineProperty(window, '__launchCheck', { value: watch });
          const moved = () => { watch.last = watch.clock; };
          const step = 25;
          const turn = () => {
            watch.clock += step;
            later(turn, step);
          };
          later(turn, step);
          // First in line, so that what it has counted the page has heard by the end of the same task.
          add.call(window, 'message', () => {
            watch.received++;
            moved();
            later(() => { if (!watch.readable()) watch.empty++; });
          }, true);
          EventTarget.prototype.addEventListener = function addEventListener(type, ...rest) {
            if (type === 'message' && (this === window || this == null)) watch.listeners++;
            return add.call(this ?? window, type, ...rest);
          };
          new MutationObserver(moved)
            .observe(document, { subtree: true, childList: true, characterData: true, attributes: true });

          const most = 20_000;
          function* inside(root) {
            const open = [root];
            for (let count = 0; open.length > 0 && count < most; count++) {
              const node = open.pop();
              yield node;
              for (let child = node.lastChild; child; child = child.previousSibling) open.push(child);
              if (node.shadowRoot) open.push(node.shadowRoot);
            }
          }
          watch.elements = () => [...inside(document)].filter((node) => node.nodeType === 1);
          watch.shown = (e) => e.checkVisibility({ visibilityProperty: true, opacityProperty: true })
            && !(e.offsetWidth <= 1 && e.offsetHeight <= 1);

          /** Everything of the page that a message could have changed. */
          watch.state = () => {
            const parts = [];
            for (const node of inside(document)) {
              if (node.nodeType === 3) parts.push(node.data);
              if (node.nodeType !== 1 || ['SCRIPT', 'LINK', 'META'].includes(node.tagName)) continue;
              const attributes = Array.from(node.attributes, ({ name, value }) => `${name}=${value}`);
              parts.push(`<${node.tagName}`, ...attributes, String(node.value ?? ''));
            }
            return parts.join('\n');
          };

          const apart = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'TITLE']);
          /** The text that a person sees, with the element that it is in. */
          watch.texts = () => [...inside(document)].filter((node) => node.nodeType === 3 && node.data.trim())
            .map((node) => ({
              words: node.data.trim(),
              element: node.parentElement ?? node.getRootNode().host ?? document.documentElement,
            }))
            .filter(({ element }) => !apart.has(element.tagName) && watch.shown(element));

          const isRaw = (words) => {
            if (/^(?:undefined|null|NaN|\[object \w+\])$/.test(words)) return true;
            try { return typeof JSON.parse(words) === 'object'; } catch { return false; }
          };
          const pictures = 'img, video, canvas, iframe, object, embed';
          /** Words for a person, or a picture: a program's values and JSON are neither. */
          watch.readable = () => watch.texts().some(({ words }) => /\p{L}{2}/u.test(words) && !isRaw(words))
            || [...document.querySelectorAll(pictures)]
              .some((e) => watch.shown(e) && e.offsetWidth >= 100 && e.offsetHeight >= 60);

          watch.firstScreen = () => {
            const all = watch.elements().filter(watch.shown);
            const those = (selector) => all.filter((e) => e.matches(selector));
            const menus = those('nav, [role=navigation], [role=menubar], [role=menu], [role=tree]');
            return {
              headings: those('h1, [role=heading][aria-level="1"]').map((e) => e.textContent.trim()).filter(Boolean),
              speaksOtherwise: those('h2, h3, [role=heading], video, iframe, embed, object').length > 0,
              links: those('a[href], area[href]').length,
              menuLinks: menus.filter((one) => !menus.some((other) => other !== one && other.contains(one)))
                .flatMap((one) => [...one.querySelectorAll('a[href], [role^=menuitem], [role=treeitem]')])
                .filter(watch.shown).length,
              nested: menus.some((one) =>
                one.querySelector('li li, [role=treeitem] [role=treeitem], [role=menu] [role=menu]')),
              frames: those('iframe, frame, embed').length,
            };
          };
          watch.sizes = () => watch.texts()
            .filter(({ words, element }) => /\p{L}/u.test(words) && !element.closest('sub, sup, svg')).slice(0, 500)
            .map(({ words, element }) =>
              ({ words: words.slice(0, 40), pixels: parseFloat(getComputedStyle(element).fontSize) }));
        })();
        """;
}

/// <summary>What is on the first screen once the scripts have run; invisible things are left out.</summary>
sealed record FirstScreen
{
    public required string[] Headings { get; init; }
    public required bool SpeaksOtherwise { get; init; }
    public required int Links { get; init; }
    public required int MenuLinks { get; init; }
    public required bool Nested { get; init; }
    public required int Frames { get; init; }
}

/// <summary>A text that is shown, and how large.</summary>
sealed record SizedText
{
    public required string Words { get; init; }
    public required double Pixels { get; init; }
}
