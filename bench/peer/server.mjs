// The peer that bench/Figures.cs measures the portal against: the documentation's pattern, as one writes it for Node.
// It reads the demo's tables and gives the portal's answer to the same request: a verified token, one transaction,
// prepared statements, and the framework's own request log.
//
//   DATABASE=accounts.db JWK='{"kty":"EC",…}' ISSUER=… PORT=… node server.mjs

import Database from 'better-sqlite3';
import Fastify from 'fastify';
import { createLocalJWKSet, jwtVerify } from 'jose';

const { DATABASE, JWK, ISSUER, PORT } = process.env;
const keys = createLocalJWKSet({ keys: [JSON.parse(JWK)] });
const database = new Database(DATABASE, { readonly: true });

const customer = database.prepare(`
  select c.id, c.name, c.locale, c.time_zone, c.has_orders, c.has_onboarding, c.orders_url,
         c.identifier = @identifier or c.contact_id = @contactId as owns_key
  from customers c where c.identifier = @subject`);
const subscription = database.prepare('select * from subscriptions where customer_id = ?');
const invoices = database.prepare(`
  select number, issued_on, due_on, total, amount_due, currency, status, failed_on, pay_url, document_url
  from invoices where customer_id = ? order by issued_on desc, id desc limit 13`);
const orders = database.prepare(`
  select id, number, placed_at, status, total, currency, url
  from orders where customer_id = ? order by placed_at desc, id desc limit 11`);
const newest = '(select id from orders where customer_id = ? order by placed_at desc, id desc limit 11) o';
const items = database.prepare(`
  select i.order_id, i.title, i.quantity, i.price
  from ${newest} join order_items i on i.order_id = o.id order by i.position`);
const shipments = database.prepare(`
  select s.id, s.order_id, s.carrier, s.tracking_number, s.tracking_url, s.status, s.expected_on, s.expected_by
  from ${newest} join shipments s on s.order_id = o.id order by s.position`);
const checkpoints = database.prepare(`
  select c.shipment_id, c.at, c.status, c.place, c.text
  from ${newest} join shipments s on s.order_id = o.id join checkpoints c on c.shipment_id = s.id order by c.at desc`);
const tasks = database.prepare(`
  select title, status, due_on, url, blocker_text, blocker_owner from tasks where customer_id = ? order by position`);

const instant = milliseconds => milliseconds === null ? null : new Date(milliseconds).toISOString();
const money = (amount, currency) => ({ amount, currency });

function groupBy(rows, column) {
  const groups = new Map();
  for (const row of rows) {
    const group = groups.get(row[column]);
    if (group) group.push(row);
    else groups.set(row[column], [row]);
  }
  return groups;
}

function readBilling(id) {
  const plan = subscription.get(id);
  const bills = invoices.all(id);
  if (!plan && bills.length === 0) return null;
  return {
    plan: plan
      ? { name: `${plan.plan_name} plan`, price: money(plan.price, plan.currency), interval: plan.interval } : null,
    status: plan?.status ?? null,
    renewsOn: plan?.renews_on ?? null,
    endsOn: plan?.ends_on ?? null,
    seats: plan && plan.seats_used !== null && plan.seats_total !== null
      ? { used: plan.seats_used, total: plan.seats_total } : null,
    usage: [],
    paymentMethod: plan && plan.card_last4 !== null
      ? { brand: plan.card_brand, last4: plan.card_last4, expires: plan.card_expires } : null,
    manageUrl: plan?.manage_url ?? null,
    invoices: {
      items: bills.slice(0, 12).map(bill => ({
        number: bill.number, issuedOn: bill.issued_on, dueOn: bill.due_on, total: money(bill.total, bill.currency),
        amountDue: money(bill.amount_due, bill.currency), status: bill.status, failedOn: bill.failed_on,
        payUrl: bill.pay_url, documentUrl: bill.document_url,
      })),
      hasMore: bills.length > 12,
      allUrl: plan?.invoices_url ?? null,
    },
  };
}

function readOrders(id, allUrl) {
  const rows = orders.all(id);
  const itemsOf = groupBy(items.all(id), 'order_id');
  const shipmentsOf = groupBy(shipments.all(id), 'order_id');
  const checkpointsOf = groupBy(checkpoints.all(id), 'shipment_id');
  return {
    items: rows.slice(0, 10).map(order => ({
      number: order.number, placedAt: instant(order.placed_at), status: order.status,
      total: money(order.total, order.currency), url: order.url,
      items: (itemsOf.get(order.id) ?? []).map(item => (
        { title: item.title, quantity: item.quantity, price: money(item.price, order.currency) })),
      shipments: (shipmentsOf.get(order.id) ?? []).map(shipment => ({
        carrier: shipment.carrier, trackingNumber: shipment.tracking_number, trackingUrl: shipment.tracking_url,
        status: shipment.status, expectedOn: shipment.expected_on, expectedBy: instant(shipment.expected_by),
        checkpoints: (checkpointsOf.get(shipment.id) ?? []).map(checkpoint => ({
          at: instant(checkpoint.at), status: checkpoint.status, place: checkpoint.place, text: checkpoint.text,
        })),
      })),
    })),
    hasMore: rows.length > 10,
    allUrl,
  };
}

function readOnboarding(id) {
  const rows = tasks.all(id);
  return {
    done: rows.filter(task => task.status === 'done').length,
    total: rows.length,
    tasks: rows.map(task => ({
      title: task.title, status: task.status, dueOn: task.due_on, url: task.url,
      blocker: task.blocker_text === null ? null : { text: task.blocker_text, owner: task.blocker_owner },
    })),
  };
}

function* findAttention({ billing, orders, onboarding }, today) {
  for (const invoice of billing?.invoices.items ?? [])
    if (invoice.status === 'open' && invoice.failedOn) yield ['payment_failed', 'billing', invoice.number];
  for (const order of orders?.items ?? [])
    if (['processing', 'shipped', 'out_for_delivery'].includes(order.status) && order.shipments.some(shipment =>
      ['preparing', 'in_transit', 'out_for_delivery', 'failed'].includes(shipment.status)
      && shipment.expectedOn && shipment.expectedOn < today)) yield ['parcel_late', 'orders', order.number];
  for (const task of onboarding?.tasks ?? [])
    if (task.status === 'blocked') yield ['task_blocked', 'onboarding', task.title];
  if (!billing || billing.status === 'cancelled') return;
  const renewsIn = billing.renewsOn?.slice(0, 7);
  if (renewsIn && billing.paymentMethod?.expires && billing.paymentMethod.expires < renewsIn)
    yield ['card_expires_before_renewal', 'billing', null];
  const end = billing.endsOn ?? billing.renewsOn;
  const soon = new Date(Date.parse(today) + 3 * 86_400_000).toISOString().slice(0, 10);
  if (billing.status === 'trialing' && end && end >= today && end <= soon) yield ['trial_ends', 'billing', null];
  if (billing.seats && billing.seats.used >= billing.seats.total) yield ['seats_full', 'billing', null];
}

const calendars = new Map();
function today(zone) {
  let calendar = calendars.get(zone);
  if (!calendar) calendars.set(zone, calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }));
  return calendar.format(Date.now());
}

const readAccount = database.transaction((subject, identifier, contactId) => {
  const row = customer.get({ subject, identifier, contactId });
  if (!row) return { status: 404 };
  if (!row.owns_key) return { status: 403 };
  const sections = {
    billing: readBilling(row.id),
    onboarding: row.has_onboarding ? readOnboarding(row.id) : null,
    orders: row.has_orders ? readOrders(row.id, row.orders_url) : null,
  };
  const attention = [...findAttention(sections, today(row.time_zone))]
    .map(([kind, view, ref]) => ({ kind, view, ref }));
  return {
    asOf: new Date().toISOString(),
    customer: { name: row.name, locale: row.locale, timeZone: row.time_zone },
    attention,
    ...sections,
  };
});

const app = Fastify({ logger: true });

app.get('/health/ready', () => ({}));

app.get('/api/widget-portal', async (request, reply) => {
  const [scheme, token] = (request.headers.authorization ?? '').split(' ');
  let subject;
  try {
    if (scheme !== 'Bearer') throw new Error('no token');
    const { payload } = await jwtVerify(token, keys, {
      algorithms: ['ES256'], issuer: ISSUER, audience: 'oxvo-portal', typ: 'portal-site+jwt', clockTolerance: 10,
      maxTokenAge: 120, requiredClaims: ['sub', 'iat', 'exp', 'jti'],
    });
    subject = payload.sub;
  } catch {
    return reply.code(401).send({ error: 'unauthorized' });
  }
  const { identifier, id } = request.query;
  if ((identifier === undefined) === (id === undefined)) return reply.code(400).send({ error: 'invalid_request' });
  const answer = readAccount(subject, identifier ?? null, id === undefined ? null : Number(id));
  if (answer.status) return reply.code(answer.status).send({ error: 'refused' });
  return reply.header('Cache-Control', 'private, no-store').send(answer);
});

await app.listen({ host: '127.0.0.1', port: Number(PORT) });
