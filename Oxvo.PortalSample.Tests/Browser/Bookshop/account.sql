-- section customer
select uid = @identifier as owns_key, full_name as name, lang as locale, 'Europe/Berlin' as time_zone
from users where uid = @subject;

-- section plan
select title as name, case state when 'running' then 'active' when 'stopped' then 'paused' end as status,
       price, 'EUR' as currency, 'month' as interval, next_day as renews_on from subs where uid = @subject;

-- section invoices
select no as number, day as issued_on, due as due_on, euros as total, 'EUR' as currency,
       case state when 'settled' then 'paid' when 'dropped' then 'void' else 'open' end as status
from bills where uid = @subject order by day desc limit 13;

-- section orders
select id, order_no as number, ordered_at as placed_at,
       case state when 'packing' then 'processing' when 'arrived' then 'delivered' else 'shipped' end as status
from parcels where uid = @subject order by ordered_at desc limit 11;

-- section shipments
select id, id as order_id, carrier, code as tracking_number, due_day as expected_on, case state when 'packing' then
       'preparing' when 'moving' then 'in_transit' when 'arrived' then 'delivered' else 'failed' end as status
from parcels where uid = @subject order by ordered_at desc limit 11;

-- section checkpoints
select parcel_id as shipment_id, at, place, note as text
from tracking_events where parcel_id in (select id from parcels where uid = @subject) order by at desc limit 500;
