-- How an account is read from your tables: one statement for each section, which selects by @subject, the customer that
-- the proof names. Write them for your tables, one section after the other; the names of sections and columns stay.
--
--   A section that is not here, or has no statement, is not offered to customers. A column with * must be selected,
--   another may be left out. The start checks sections and columns, and says what does not fit.
--   text      any text or number                        word      one of the words given, to the letter
--   day       YYYY-MM-DD                                month     YYYY-MM
--   instant   milliseconds since 1970, or ISO 8601      flag      0 or 1, or a boolean
--             (without an offset it is UTC)             link      https, on a host of Portal:LinkHosts or the site
--   money     NAME_minor in whole minor units (cents, or yen), or NAME in decimal major units; beside it the
--             column currency (ISO 4217)
--
-- @identifier and @contact_id are what the messenger claims, one of them null: they only tell whether the claim is the
-- customer's own, and never select anything. Bound each list by a limit, and give it an index that begins with the
-- customer.

-- section customer
--   owns_key*        flag: whether @identifier or @contact_id is this person's own
--   name             text
--   locale           BCP 47, such as de-DE; else Portal:Locale
--   time_zone        IANA, such as Europe/Berlin; else Portal:TimeZone
--   sees_billing     flag: where this column is, only 1 lets this person see what is paid; sees_orders likewise
--   sees_orders      flag
--   ask_who          text: who can help with what is hidden, such as a colleague's name
--   has_orders       flag: 0 where this customer is offered no orders; has_onboarding likewise
--   has_onboarding   flag
--   orders_url       link to all orders
--   invoices_url     link to all invoices
-- The only customer until you name your table: ... from users u where u.uid = @subject
select case when @identifier = 'example' then 1 else 0 end as owns_key, 'Example' as name
where @subject = 'example';

-- section plan: the subscriptions, the newest first
--   name*             text
--   status*           trialing, active, past_due, paused or cancelled
--   id                number or text: what seats and usage refer to
--   price             money, for each interval
--   currency          ISO 4217
--   interval          month or year
--   renews_on         day
--   ends_on           day: a trial's end, or a cancelled subscription's last
--   next_charge       money: what is charged next, whatever the price is
--   next_charge_on    day
--   next_charge_for   text: what it will be for, such as Pro, December
--   manage_url        link

-- section seats
--   used*     number
--   total*    number
--   plan_id   number or text; without it the newest subscription's

-- section usage: what is counted beside seats
--   name*       text, such as Storage
--   used*       number
--   included    number
--   unit        text, such as GB
--   resets_on   day
--   plan_id     number or text; without it the newest subscription's

-- section balance
--   amount     money: a credit, or below zero a debt
--   currency   ISO 4217

-- section payment_method
--   last4*    text
--   brand     text
--   expires   month

-- section invoices: the newest first, 12 are shown and a 13th tells that there are more
--   number*         text
--   issued_on*      day
--   status*         open, paid, void or uncollectible
--   kind            invoice, receipt or credit_note; without it an invoice
--   description     text: what it was for
--   total           money
--   amount_due      money; without it an open invoice is due in full
--   currency        ISO 4217
--   due_on          day
--   failed_on       day: the last attempt to collect it that failed
--   refund_status   requested, approved, on_the_way, received, refunded or declined
--   refund          money: what is given back of it
--   refund_on       day of that status
--   pay_url         link
--   document_url    link

-- section orders: the newest first, 10 are shown and an 11th tells that there are more
--   id*             number or text: what items and shipments refer to
--   number*         text
--   placed_at*      instant
--   status*         processing, shipped, out_for_delivery, delivered, cancelled or returned
--   total           money
--   currency        ISO 4217, of the items and the refund too
--   url             link
--   refund_status   requested, approved, on_the_way, received (what was sent back), refunded or declined
--   refund          money
--   refund_on       day: when it came to that status

-- section items: of those orders
--   order_id*   number or text
--   title*      text
--   quantity    number
--   price       money, of one piece

-- section shipments: of those orders
--   id*               number or text: what its items and checkpoints refer to
--   order_id*         number or text
--   status*           preparing, in_transit, out_for_delivery, ready_for_pickup, delivered, failed, returned, exception
--   exception_kind    customs, damaged, lost, returned_to_sender or other
--   exception_text    text: what happens next, for the customer
--   carrier           text
--   tracking_number   text
--   tracking_url      link
--   proof_url         link to the proof of delivery, such as a photo or a signature
--   expected_on       day
--   expected_from     instant: on that day, where the carrier tells a window
--   expected_by       instant: on that day, where the carrier tells

-- section shipment_items: what is in which of those shipments
--   shipment_id*   number or text
--   title*         text
--   quantity       number

-- section checkpoints: of those shipments, the newest first
--   shipment_id*   number or text
--   at*            instant
--   status         a shipment's words
--   place          text
--   text           text

-- section tasks: the steps of getting started, in order
--   title*          text
--   status*         done, open, blocked or skipped
--   optional        flag: 1 where the customer may leave it
--   due_on          day
--   url             link
--   blocker_text    text
--   blocker_owner   you, us or third_party: who can unblock it
