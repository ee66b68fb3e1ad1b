with grouped as (
  select
    sum(s.amount) as m1
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
)
select
  grouped.m1
from grouped
order by grouped.m1 asc nulls last
limit 10001
