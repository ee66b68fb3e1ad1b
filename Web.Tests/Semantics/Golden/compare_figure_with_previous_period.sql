with grouped as (
  select
    count(*) as m1
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
    and (s.sold_on >= @p1 and s.sold_on < @p2)
),
earlier as (
  select
    count(*) as m1
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
    and (s.sold_on >= @p3 and s.sold_on < @p1)
),
compared as (
  select
    f.m1,
    coalesce(e.m1, 0) as p1
  from grouped f
  left join earlier e on true
)
select
  compared.m1,
  compared.p1
from compared
order by compared.m1 asc nulls last
limit 10001
-- @p1 Date: 2026-01-01
-- @p2 Date: 2026-04-01
-- @p3 Date: 2025-10-01
