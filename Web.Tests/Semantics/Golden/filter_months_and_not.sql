with grouped as (
  select
    count(*) as m1
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
    and ((s.sold_on >= @p1 and s.sold_on < @p2) or (s.sold_on >= @p3 and s.sold_on < @p4))
    and not ((s.sold_on >= @p5 and s.sold_on < @p6))
)
select
  grouped.m1
from grouped
order by grouped.m1 asc nulls last
limit 10001
-- @p1 Date: 2025-01-01
-- @p2 Date: 2025-02-01
-- @p3 Date: 2025-03-01
-- @p4 Date: 2025-04-01
-- @p5 Date: 2025-03-15
-- @p6 Date: 2025-03-16
