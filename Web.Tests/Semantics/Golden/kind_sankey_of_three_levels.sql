with grouped as (
  select
    s.region as k1,
    s.rep as k2,
    s.rush as k3,
    count(*) as m1
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
    and s.region = any (@p1)
  group by 1, 2, 3
)
select
  grouped.k1,
  grouped.k2,
  grouped.k3,
  grouped.m1
from grouped
order by grouped.k1 collate "C" asc nulls last, grouped.k2 collate "C" nulls last, grouped.k3 nulls last
limit 10001
-- @p1 -2147483629: ["east", "west"]
