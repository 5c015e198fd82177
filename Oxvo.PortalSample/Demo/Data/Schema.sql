-- Days are text YYYY-MM-DD, instants bigint Unix milliseconds, money bigint minor units: SQLite and PostgreSQL both run this as it is.

-- What an earlier version or another volume left.
drop table if exists tasks;
drop table if exists checkpoints;
drop table if exists shipment_items;
drop table if exists shipments;
drop table if exists order_items;
drop table if exists orders;
drop table if exists invoices;
drop table if exists usage;
drop table if exists subscriptions;
drop table if exists people;
drop table if exists customers;
drop table if exists demo_data;

create table demo_data (
  name  text primary key,
  value text not null
);

-- An account: one person's, or a company's with several.
create table customers (
  id             bigint primary key,
  has_orders     int    not null check (has_orders in (0, 1)),
  has_onboarding int    not null check (has_onboarding in (0, 1)),
  orders_url     text,
  invoices_url   text,
  balance        bigint,
  currency       text   not null check (length(currency) = 3),
  card_brand     text,
  card_last4     text,
  card_expires   text
);

create table people (
  identifier   text   primary key,
  contact_id   bigint unique,
  customer_id  bigint not null references customers (id) on delete cascade,
  name         text   not null,
  email        text   not null,
  locale       text   not null,
  time_zone    text   not null,
  sees_billing int    not null check (sees_billing in (0, 1)),
  sees_orders  int    not null check (sees_orders in (0, 1)),
  ask_who      text
);
create index people_of_customer on people (customer_id);

create table subscriptions (
  id              bigint primary key,
  customer_id     bigint not null references customers (id) on delete cascade,
  plan_name       text   not null,
  price           bigint not null check (price >= 0),
  currency        text   not null check (length(currency) = 3),
  interval        text   not null check (interval in ('month', 'year')),
  status          text   not null check (status in ('trialing', 'active', 'past_due', 'paused', 'cancelled')),
  renews_on       text,
  ends_on         text,
  next_charge_on  text,
  next_charge     bigint,
  next_charge_for text,
  seats_used      int,
  seats_total     int,
  manage_url      text
);
create index subscriptions_newest on subscriptions (customer_id, id desc);

create table usage (
  subscription_id bigint not null references subscriptions (id) on delete cascade,
  position        int    not null,
  name            text   not null,
  used            bigint not null,
  included        bigint,
  unit            text,
  resets_on       text,
  primary key (subscription_id, position)
);

create table invoices (
  id            bigint primary key,
  customer_id   bigint not null references customers (id) on delete cascade,
  kind          text   not null default 'invoice' check (kind in ('invoice', 'receipt', 'credit_note')),
  number        text   not null unique,
  description   text,
  issued_on     text   not null,
  due_on        text,
  total         bigint not null,
  amount_due    bigint not null,
  currency      text   not null check (length(currency) = 3),
  status        text   not null check (status in ('open', 'paid', 'void', 'uncollectible')),
  failed_on     text,
  refund_status text
                check (refund_status in ('requested', 'approved', 'on_the_way', 'received', 'refunded', 'declined')),
  refund        bigint,
  refund_on     text,
  pay_url       text,
  document_url  text
);
create index invoices_newest on invoices (customer_id, issued_on desc, id desc);

create table orders (
  id            bigint primary key,
  customer_id   bigint not null references customers (id) on delete cascade,
  number        text   not null unique,
  placed_at     bigint not null,
  status        text   not null
                check (status in ('processing', 'shipped', 'out_for_delivery', 'delivered', 'cancelled', 'returned')),
  total         bigint not null,
  currency      text   not null check (length(currency) = 3),
  url           text,
  refund_status text
                check (refund_status in ('requested', 'approved', 'on_the_way', 'received', 'refunded', 'declined')),
  refund        bigint,
  refund_on     text
);
create index orders_newest on orders (customer_id, placed_at desc, id desc);

create table order_items (
  order_id bigint not null references orders (id) on delete cascade,
  position int    not null,
  title    text   not null,
  quantity int    not null check (quantity > 0),
  price    bigint not null,
  primary key (order_id, position)
);

create table shipments (
  id              bigint primary key,
  order_id        bigint not null references orders (id) on delete cascade,
  position        int    not null,
  carrier         text   not null,
  tracking_number text,
  tracking_url    text,
  proof_url       text,
  status          text   not null
                  check (status in ('preparing', 'in_transit', 'out_for_delivery', 'ready_for_pickup',
                                    'delivered', 'failed', 'returned', 'exception')),
  exception_kind  text check (exception_kind in ('customs', 'damaged', 'lost', 'returned_to_sender', 'other')),
  exception_text  text,
  expected_on     text,
  expected_from   bigint,
  expected_by     bigint
);
create index shipments_of_order on shipments (order_id);

create table shipment_items (
  shipment_id bigint not null references shipments (id) on delete cascade,
  position    int    not null,
  title       text   not null,
  quantity    int    not null check (quantity > 0),
  primary key (shipment_id, position)
);

create table checkpoints (
  shipment_id bigint not null references shipments (id) on delete cascade,
  at          bigint not null,
  status      text   not null
              check (status in ('preparing', 'in_transit', 'out_for_delivery', 'ready_for_pickup',
                                'delivered', 'failed', 'returned', 'exception')),
  place       text,
  text        text   not null
);
create index checkpoints_newest on checkpoints (shipment_id, at desc);

create table tasks (
  customer_id   bigint not null references customers (id) on delete cascade,
  position      int    not null,
  title         text   not null,
  status        text   not null check (status in ('done', 'open', 'blocked', 'skipped')),
  optional      int    not null default 0 check (optional in (0, 1)),
  due_on        text,
  url           text,
  blocker_text  text,
  blocker_owner text check (blocker_owner in ('you', 'us', 'third_party')),
  primary key (customer_id, position)
);
