import { element } from './element.js';
import { createForm } from './settings-form.js';
import { frame, heading } from './settings-frame.js';
import { gallery } from './settings-gallery.js';
import { createLibrary } from './settings-library.js';
import { createList } from './settings-list.js';
import { button, clearNotice, nothing, notify, say } from './settings-notice.js';
import { troubleOf } from './settings-api.js';

const view = document.querySelector('#view');
let isLoaded = false;

const library = createLibrary({
  onChange() {
    if (isLoaded && place().view === 'list') list.draw();
  },
  onTrouble(words, retry) {
    notify('trouble', `${words} ${retry ? 'The change was not kept.' : 'The list is up to date again.'}`, retry && { label: 'Try again', act: retry });
  },
});
const list = createList({ library, view });

/** Where the address says that a person is, so that a reload, a link and the browser's back keep the place. */
function place(hash = location.hash) {
  const [, name, rest] = /^#(app|new)-?(.*)$/.exec(hash) ?? [];
  if (name === 'app') return { view: 'edit', id: Number(rest) };
  if (name === 'new') return rest ? { view: 'add', template: rest } : { view: 'gallery' };
  return { view: 'list' };
}

const draw = {
  list() {
    frame();
    list.draw();
  },
  gallery() {
    frame({ title: 'Add an app', line: 'Choose what it does. You can see it before it goes live.', above: 'Applications' });
    view.replaceChildren(gallery(library.templates));
  },
  add({ template: key }) {
    const template = library.template(key);
    if (!template) return gone('There is no such template.', '#new', 'See all templates');
    frame({ title: template.title, line: template.line, above: 'All templates', to: '#new' });
    form({ template });
  },
  edit({ id }) {
    const app = library.app(id);
    const template = app && library.template(app.template);
    if (!template) return gone(app ? 'Its template is not there any more, so it can only be deleted.'
      : 'This app is not there any more. It may have been deleted in another tab.', '#', 'Back to the applications');
    frame({ title: `Edit “${app.title}”`, line: `Made from the template “${template.title}”.`, above: 'Applications' });
    form({ template, app });
  },
};

function form(about) {
  const made = createForm({
    library, ...about, widget: list.widget,
    async onSaved(app, words, trouble) {
      await library.load();
      // Somebody who went elsewhere meanwhile is left there.
      if (!made.isConnected) return notify(trouble ? 'trouble' : 'done', words);
      // No step in the browser's history leads back to the form: it is done.
      history.replaceState(null, '', location.pathname + location.search);
      show();
      notify(trouble ? 'trouble' : 'done', words);
      list.focus(app.id);
      list.check(app);
    },
  });
  view.replaceChildren(made);
}

function gone(words, to, label) {
  frame({ title: 'Not found', line: '', above: 'Applications' });
  const link = element('a', 'button main', label);
  link.href = to;
  view.replaceChildren(element('div', 'card', nothing('unknown', words, link)));
}

function show() {
  clearNotice();
  view.dataset.view = place().view;
  draw[place().view](place());
}

async function start() {
  frame();
  document.querySelector('#add').hidden = true;
  view.replaceChildren(list.skeleton());
  view.ariaBusy = 'true';
  const answer = await library.load();
  view.ariaBusy = 'false';
  isLoaded = answer.ok;
  if (answer.ok) return show();
  say(`The applications could not be loaded. ${troubleOf(answer)}`);
  view.replaceChildren(element('div', 'card', nothing('caution', `The applications could not be loaded. ${troubleOf(answer)}`, button('button main', 'Try again', async () => {
    await start();
    heading.focus();
  }))));
}

window.addEventListener('hashchange', ({ oldURL }) => {
  if (!isLoaded) return;
  show();
  if (place().view === 'list') return list.focus(place(new URL(oldURL).hash).id);
  scrollTo(0, 0);
  heading.focus();
});
// Another tab may have changed something while this one was away.
document.addEventListener('visibilitychange', () => { if (isLoaded && document.visibilityState === 'visible') library.load(); });
start();
