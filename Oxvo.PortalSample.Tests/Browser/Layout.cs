using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>Whether a person can read everything that a frame shows.</summary>
static class Layout
{
    // Text is looked for where it is painted: by the box of its own lines, against every box that could cut it off.
    public const string FindFaults = """
        () => {
          const faults = [];
          const root = document.documentElement;
          if (root.scrollWidth > root.clientWidth) faults.push(`the page is ${root.scrollWidth} wide in ${root.clientWidth}`);

          const unseen = (element) => {
            for (let e = element; e; e = e.parentElement) {
              const style = getComputedStyle(e);
              if (style.clipPath !== 'none' || (e.offsetWidth <= 1 && e.offsetHeight <= 1 && style.overflow !== 'visible')) return true;
            }
            return !element.checkVisibility({ visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: true });
          };
          const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node; (node = texts.nextNode());) {
            const words = node.data.trim();
            if (!words || unseen(node.parentElement)) continue;

            const range = document.createRange();
            range.selectNodeContents(node);
            const text = range.getBoundingClientRect();
            const at = ({ left, top, right, bottom }) => [left, top, right, bottom].map(Math.round);
            const name = `"${words.slice(0, 40)}" (${at(text)})`;
            if (text.left < -1 || text.right > root.clientWidth + 1) faults.push(`${name} leaves the frame`);
            for (let e = node.parentElement; e && e !== root; e = e.parentElement) {
              const { overflowX, overflowY } = getComputedStyle(e);
              if (overflowX === 'visible' && overflowY === 'visible') continue;
              const box = e.getBoundingClientRect();
              const cutsX = text.left < box.left - 1 || text.right > box.right + 1;
              const cutsY = ['hidden', 'clip'].includes(overflowY) && (text.top < box.top - 1 || text.bottom > box.bottom + 1);
              const isScrolled = !cutsY && ['auto', 'scroll'].includes(overflowX);
              if (cutsX || cutsY) faults.push(`${name} ${isScrolled ? 'has to be scrolled to' : 'is cut off'} in ${e.tagName}.${e.className} (${at(box)})`);
            }
          }
          for (const e of document.querySelectorAll('body *')) {
            const style = getComputedStyle(e);
            if (style.textOverflow !== 'clip' && style.overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 1 && !unseen(e))
              faults.push(`"${e.textContent.trim().slice(0, 40)}" ends in an ellipsis`);
          }
          return [...new Set(faults)];
        }
        """;

    const string FindLooks = """
        () => [...document.querySelectorAll('main, main *')].map((e) => {
          const { x, y, width, height } = e.getBoundingClientRect();
          const { color, backgroundColor, fontSize } = getComputedStyle(e);
          return [e.tagName, ...[x, y, width, height].map(Math.round), color, backgroundColor, fontSize].join(' ');
        })
        """;

    public static Task<string[]> FaultsAsync(IFrame frame) => frame.EvaluateAsync<string[]>(FindFaults);

    /// <summary>Place, size, colours and text size of everything in the main part.</summary>
    public static Task<string[]> LooksAsync(IFrame frame) => frame.EvaluateAsync<string[]>(FindLooks);
}
