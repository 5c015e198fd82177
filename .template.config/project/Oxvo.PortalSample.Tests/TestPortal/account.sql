-- section customer
select case when identifier = @identifier or contact_id = @contact_id then 1 else 0 end as owns_key, name
from people
where identifier = @subject;
