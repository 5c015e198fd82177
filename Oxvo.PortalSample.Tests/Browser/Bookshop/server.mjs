// Lumen Books, as it was before it had a portal: node --env-file=.env server.mjs
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';

const site = new URL(process.env.SITE);
const shop = new DatabaseSync('bookshop.db', { readOnly: true });
const byId = shop.prepare('select uid, full_name from users where uid = ?');
const byMail = shop.prepare('select uid from users where mail = ?');
const sessions = new Map();
const types = { css: 'text/css', html: 'text/html; charset=utf-8', js: 'text/javascript' };

const customerOf = (request) => sessions.get(/\bsession=([\w-]+)/.exec(request.headers.cookie)?.[1]);
const escape = (text) => String(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt()};`);

function render(user) {
  const values = {
    name: user?.full_name ?? '',
    state: user ? 'signed-in' : 'signed-out',
  };
  return readFileSync('page.html', 'utf8').replace(/\{(\w+)\}/g, (_, name) => escape(values[name]));
}

async function signIn(request, response) {
  let form = '';
  for await (const part of request) form += part;
  const user = byMail.get(new URLSearchParams(form).get('mail') ?? '');
  const session = randomUUID();
  if (user) sessions.set(session, user.uid);
  redirect(response, `session=${session}; HttpOnly; SameSite=Lax`);
}

function redirect(response, cookie) {
  response.writeHead(303, { Location: '/', 'Set-Cookie': `${cookie}; Path=/` }).end();
}

function send(response, file, text = readFileSync(file)) {
  response.writeHead(200, { 'Content-Type': types[file.split('.').pop()], 'Cache-Control': 'no-cache' }).end(text);
}

createServer((request, response) => {
  const { pathname } = new URL(request.url, site);
  if (request.method === 'POST' && pathname === '/login') return signIn(request, response);
  if (request.method === 'POST' && pathname === '/logout') return redirect(response, 'session=; Max-Age=0');
  const user = byId.get(customerOf(request) ?? '');
  if (pathname === '/' || pathname === '/login') return send(response, 'page.html', render(user));
  if (/^\/[\w-]+\.(css|js)$/.test(pathname)) return send(response, `public${pathname}`);
  response.writeHead(404).end();
}).listen(site.port, site.hostname, () => console.log(`Lumen Books: ${site.origin}`));
