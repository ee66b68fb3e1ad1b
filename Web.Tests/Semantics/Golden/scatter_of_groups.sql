with grouped as (
  select
    s.rep as k1,
    avg(s.quantity)::float8 as m1,
    sum(s.amount) as m2
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
  group by 1
)
select
  grouped.k1,
  grouped.m1,
  grouped.m2
from grouped
order by grouped.k1 collate "C" asc nulls last
limit 10001
