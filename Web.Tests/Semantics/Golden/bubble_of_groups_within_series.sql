with grouped as (
  select
    s.product as k1,
    s.rush as k2,
    count(*) as m1,
    sum(s.quantity) as m2,
    max(s.amount) as m3
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
  group by 1, 2
)
select
  grouped.k1,
  grouped.k2,
  grouped.m1,
  grouped.m2,
  grouped.m3
from grouped
order by grouped.k1 collate "C" asc nulls last, grouped.k2 nulls last
limit 10001
