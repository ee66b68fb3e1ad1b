with grouped as (
  select
    s.rep as k1,
    s.rush as k2,
    avg(s.rating)::float8 as m1
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
  group by 1, 2
)
select
  grouped.k1,
  grouped.k2,
  grouped.m1
from grouped
order by grouped.k1 collate "C" asc nulls last, grouped.k2 nulls last
limit 10001
