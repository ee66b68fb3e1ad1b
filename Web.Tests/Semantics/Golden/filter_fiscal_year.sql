with grouped as (
  select
    count(*) as m1
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
    and (s.sold_on >= @p1 and s.sold_on < @p2)
)
select
  grouped.m1
from grouped
order by grouped.m1 asc nulls last
limit 10001
-- @p1 Date: 2025-04-01
-- @p2 Date: 2026-04-01
