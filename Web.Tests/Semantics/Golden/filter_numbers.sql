with grouped as (
  select
    count(*) as m1
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
    and s.quantity between @p1 and @p2
    and s.rating > @p3
    and s.quantity <> all (@p4)
)
select
  grouped.m1
from grouped
order by grouped.m1 asc nulls last
limit 10001
-- @p1 Bigint: 0
-- @p2 Bigint: 10
-- @p3 Numeric: 2.5
-- @p4 -2147483647: [3, 4]
