with grouped as (
  select
    s.product as k1,
    (((count(*) filter (where s.rush = @p1))::numeric / nullif((count(*))::numeric, 0)))::float8 as m1
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
  group by 1
)
select
  grouped.k1,
  grouped.m1
from grouped
order by grouped.k1 collate "C" asc nulls last
limit 10001
-- @p1 Boolean: True
