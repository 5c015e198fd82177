// The peer that bench/figures measures the portal against: the documentation's pattern, as one writes it for Node.
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
  select c.*, p.name, p.locale, p.time_zone, p.sees_billing, p.sees_orders, p.ask_who,
         p.identifier = @identifier or p.contact_id = @contactId as owns_key
  from people p join customers c on c.id = p.customer_id where p.identifier = @subject`);
const subscriptions = database.prepare('select * from subscriptions where customer_id = ? order by id desc limit 20');
const usage = database.prepare(`
  select u.* from subscriptions s join usage u on u.subscription_id = s.id
  where s.customer_id = ? order by s.id desc, u.position`);
const invoices = database.prepare(`
  select kind, number, description, issued_on, due_on, total, amount_due, currency, status, failed_on, refund_status,
         refund, refund_on, pay_url, document_url
  from invoices where customer_id = ? order by issued_on desc, id desc limit 13`);
const orders = database.prepare(`
  select id, number, placed_at, status, total, currency, url, refund_status, refund, refund_on
  from orders where customer_id = ? order by placed_at desc, id desc limit 11`);
const newest = '(select id from orders where customer_id = ? order by placed_at desc, id desc limit 11) o';
const items = database.prepare(`
  select i.order_id, i.title, i.quantity, i.price
  from ${newest} join order_items i on i.order_id = o.id order by i.position`);
const shipments = database.prepare(`
  select s.id, s.order_id, s.carrier, s.tracking_number, s.tracking_url, s.proof_url, s.status, s.exception_kind,
         s.exception_text, s.expected_on, s.expected_from, s.expected_by
  from ${newest} join shipments s on s.order_id = o.id order by s.position`);
const packed = database.prepare(`
  select i.shipment_id, i.title, i.quantity
  from ${newest} join shipments s on s.order_id = o.id join shipment_items i on i.shipment_id = s.id
  order by i.position`);
const checkpoints = database.prepare(`
  select c.shipment_id, c.at, c.status, c.place, c.text
  from ${newest} join shipments s on s.order_id = o.id join checkpoints c on c.shipment_id = s.id order by c.at desc`);
const tasks = database.prepare(`
  select title, status, optional, due_on, url, blocker_text, blocker_owner from tasks where customer_id = ? order by position`);

const instant = milliseconds => milliseconds === null ? null : new Date(milliseconds).toISOString();
const money = (amount, currency) => amount === null ? null : { amount, currency };

function groupBy(rows, column) {
  const groups = new Map();
  for (const row of rows) {
    const group = groups.get(row[column]);
    if (group) group.push(row);
    else groups.set(row[column], [row]);
  }
  return groups;
}

function readSeats({ seats_used: used, seats_total: total }) {
  return used !== null && total !== null ? { used, total } : null;
}

function readUsage({ name, used, included, unit, resets_on: resetsOn }) {
  return { name, used, included, unit, resetsOn };
}

function readBilling(account) {
  const plans = subscriptions.all(account.id);
  const used = usage.all(account.id);
  if (!account.sees_billing)
    return {
      askWho: account.ask_who, hidden: true, seats: plans.map(readSeats).find(Boolean) ?? null,
      usage: used.map(readUsage),
    };
  const bills = invoices.all(account.id);
  if (plans.length + bills.length === 0 && account.card_last4 === null && account.balance === null) return null;
  const usageOf = groupBy(used, 'subscription_id');
  return {
    subscriptions: plans.map(plan => ({
      plan: { name: plan.plan_name, price: money(plan.price, plan.currency), interval: plan.interval },
      status: plan.status,
      renewsOn: plan.renews_on,
      endsOn: plan.ends_on,
      nextCharge: plan.next_charge_on === null ? null : {
        on: plan.next_charge_on, amount: money(plan.next_charge, plan.currency), what: plan.next_charge_for,
      },
      seats: readSeats(plan),
      usage: (usageOf.get(plan.id) ?? []).map(readUsage),
      manageUrl: plan.manage_url,
    })),
    paymentMethod: account.card_last4 === null ? null
      : { brand: account.card_brand, last4: account.card_last4, expires: account.card_expires },
    balance: money(account.balance, account.currency),
    invoices: {
      items: bills.slice(0, 12).map(bill => ({
        kind: bill.kind, number: bill.number, description: bill.description, issuedOn: bill.issued_on,
        dueOn: bill.due_on, total: money(bill.total, bill.currency), amountDue: money(bill.amount_due, bill.currency),
        status: bill.status, failedOn: bill.failed_on,
        refund: bill.refund_status === null ? null
          : { status: bill.refund_status, amount: money(bill.refund, bill.currency), on: bill.refund_on },
        payUrl: bill.pay_url, documentUrl: bill.document_url,
      })),
      hasMore: bills.length > 12,
      allUrl: account.invoices_url,
    },
  };
}

function readOrders(id, allUrl) {
  const rows = orders.all(id);
  const itemsOf = groupBy(items.all(id), 'order_id');
  const shipmentsOf = groupBy(shipments.all(id), 'order_id');
  const packedOf = groupBy(packed.all(id), 'shipment_id');
  const checkpointsOf = groupBy(checkpoints.all(id), 'shipment_id');
  return {
    items: rows.slice(0, 10).map(order => ({
      number: order.number, placedAt: instant(order.placed_at), status: order.status,
      total: money(order.total, order.currency), url: order.url,
      items: (itemsOf.get(order.id) ?? []).map(item => (
        { title: item.title, quantity: item.quantity, price: money(item.price, order.currency) })),
      refund: order.refund_status === null ? null : {
        status: order.refund_status, amount: order.refund === null ? null : money(order.refund, order.currency),
        on: order.refund_on,
      },
      shipments: (shipmentsOf.get(order.id) ?? []).map(shipment => ({
        carrier: shipment.carrier, trackingNumber: shipment.tracking_number, trackingUrl: shipment.tracking_url,
        proofUrl: shipment.proof_url,
        items: (packedOf.get(shipment.id) ?? []).map(item => ({ title: item.title, quantity: item.quantity })),
        status: shipment.status,
        exception: shipment.status !== 'exception' ? null
          : { kind: shipment.exception_kind ?? 'other', text: shipment.exception_text },
        expectedOn: shipment.expected_on, expectedFrom: instant(shipment.expected_from),
        expectedBy: instant(shipment.expected_by),
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
    done: rows.filter(task => task.status === 'done' || task.status === 'skipped').length,
    total: rows.length,
    tasks: rows.map(task => ({
      title: task.title, status: task.status, optional: task.optional === 1, dueOn: task.due_on, url: task.url,
      blocker: task.blocker_text === null ? null : { text: task.blocker_text, owner: task.blocker_owner },
    })),
  };
}

const DAY = 86_400_000;

function findTrouble({ status, expectedOn, checkpoints: [newest] }, today, zone) {
  if (status === 'exception') return 'parcel_exception';
  if (['preparing', 'in_transit', 'out_for_delivery', 'failed'].includes(status) && expectedOn && expectedOn < today)
    return 'parcel_late';
  const isSilent = newest && Date.parse(today) - Date.parse(dayIn(zone, Date.parse(newest.at))) >= 5 * DAY;
  return ['in_transit', 'out_for_delivery'].includes(status) && isSilent ? 'parcel_silent' : null;
}

function* findAttention({ billing, orders, onboarding }, today, zone) {
  for (const invoice of billing?.invoices?.items ?? [])
    if (invoice.status === 'open' && invoice.failedOn) yield ['payment_failed', 'billing', invoice.number];
  const troubles = (orders?.items ?? [])
    .filter(order => ['processing', 'shipped', 'out_for_delivery'].includes(order.status))
    .map(order => [order.number, order.shipments.map(shipment => findTrouble(shipment, today, zone))]);
  for (const kind of ['parcel_exception', 'parcel_late', 'parcel_silent'])
    for (const [number, kinds] of troubles) if (kinds.includes(kind)) yield [kind, 'orders', number];
  for (const task of onboarding?.tasks ?? [])
    if (task.status === 'blocked' && !task.optional) yield ['task_blocked', 'onboarding', task.title];
  const running = billing?.subscriptions?.filter(one => one.status !== 'cancelled') ?? [];
  const expires = billing?.paymentMethod?.expires;
  for (const { usage } of running)
    for (const { name, used, included } of usage)
      if (included !== null && used > included) yield ['usage_over', 'billing', name];
  if (expires && running.some(({ renewsOn }) => renewsOn && expires < renewsOn.slice(0, 7)))
    yield ['card_expires_before_renewal', 'billing', null];
  const soon = new Date(Date.parse(today) + 3 * DAY).toISOString().slice(0, 10);
  const nameOf = ({ plan }) => billing.subscriptions.length > 1 ? plan.name : null;
  for (const one of running) {
    const end = one.endsOn ?? one.renewsOn;
    if (one.status === 'trialing' && end && end >= today && end <= soon) yield ['trial_ends', 'billing', nameOf(one)];
  }
  for (const { usage } of running)
    for (const { name, used, included } of usage)
      if (included > 0 && used <= included && used * 10 >= included * 9) yield ['usage_near', 'billing', name];
  for (const one of running)
    if (one.seats && one.seats.used >= one.seats.total) yield ['seats_full', 'billing', nameOf(one)];
}

const calendars = new Map();
function dayIn(zone, at = Date.now()) {
  let calendar = calendars.get(zone);
  if (!calendar) calendars.set(zone, calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }));
  return calendar.format(at);
}

const readAccount = database.transaction((subject, identifier, contactId) => {
  const row = customer.get({ subject, identifier, contactId });
  if (!row) return { status: 404 };
  if (!row.owns_key) return { status: 403 };
  const sections = {
    billing: readBilling(row),
    onboarding: row.has_onboarding ? readOnboarding(row.id) : null,
    orders: !row.has_orders ? null : row.sees_orders ? readOrders(row.id, row.orders_url)
      : { askWho: row.ask_who, hidden: true },
  };
  const attention = [...findAttention(sections, dayIn(row.time_zone), row.time_zone)]
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
