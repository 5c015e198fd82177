-- Lumen Books, as it was before it had a portal: words, dates and amounts are its own.
create table users (uid text primary key, full_name text not null, mail text not null unique, lang text);
create table subs (
  uid text primary key, title text not null, price decimal not null, state text not null, next_day text);
create table bills (
  no text primary key, uid text not null, day text not null, due text, euros decimal not null, state text not null);
create table parcels (
  id integer primary key, uid text not null, order_no text not null, ordered_at text not null, carrier text, code text,
  state text not null, due_day text);
create table tracking_events (parcel_id integer not null, at text not null, state text, place text, note text);

insert into users values
  ('u-1001', 'Greta Lindner', 'greta@lumen.example', 'de-DE'),
  ('1005', 'Sam Okoro', 'sam@lumen.example', 'en-GB'),
  ('u-1002', 'Mara Voss', 'mara@lumen.example', null),
  ('u-1003', 'Pál Szabó', 'pal@lumen.example', 'hu-HU'),
  ('u-1004', 'Ines Roth', 'ines@lumen.example', 'de-DE');
insert into subs values
  ('u-1001', 'Krimi im Monat', 19.9, 'running', '2031-01-05'),
  ('u-1002', 'Novel of the month', 179, 'stopped', null);
insert into bills values
  ('R-1', 'u-1001', '2026-10-05', null, 19.9, 'settled'),
  ('R-2', 'u-1001', '2026-11-05', null, 1234.5, 'settled'),
  ('R-3', '1005', '2026-11-02', '2031-02-01', 12, 'late'),
  ('R-4', 'u-1002', '2026-09-01', null, 179, 'dropped'),
  ('R-5', 'u-1003', '2026-11-20', '2031-02-20', 8.05, 'open');
insert into parcels values
  (1, 'u-1001', 'L-501', '2026-11-20T09:30:00+01:00', 'DHL', '00340434', 'moving', '2031-01-02'),
  (2, 'u-1003', 'L-502', '2026-11-18T17:05:00Z', 'GLS', '77120', 'lost', null),
  (3, 'u-1003', 'L-503', '2026-11-24T08:00:00Z', null, null, 'packing', null),
  (4, 'u-1002', 'L-504', '2026-08-30T12:00:00Z', 'Post', 'RR1', 'arrived', '2026-09-02');
insert into tracking_events values
  (1, '2026-11-21T06:10:00+01:00', 'moving', 'Leipzig', 'Left the parcel centre'),
  (1, '2026-11-20T18:00:00+01:00', 'moving', 'Halle', null),
  (2, '2026-11-19T10:00:00Z', 'lost', 'Győr', 'Nobody opened'),
  (4, '2026-09-01T15:00:00Z', 'arrived', 'Bern', null);
