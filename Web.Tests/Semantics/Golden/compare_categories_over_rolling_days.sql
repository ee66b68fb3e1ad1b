with grouped as (
  select
    s.rep as k1,
    count(*) as m1
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
    and (s.sold_on >= @p1 and s.sold_on < @p2)
  group by 1
),
earlier as (
  select
    s.rep as k1,
    count(*) as m1
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
    and (s.sold_on >= @p3 and s.sold_on < @p1)
  group by 1
),
compared as (
  select
    f.k1,
    f.m1,
    coalesce(e.m1, 0) as p1
  from grouped f
  left join earlier e on e.k1 is not distinct from f.k1
)
select
  compared.k1,
  compared.m1,
  compared.p1
from compared
order by compared.k1 collate "C" asc nulls last
limit 10001
-- @p1 Date: 2026-05-05
-- @p2 Date: 2026-11-21
-- @p3 Date: 2025-10-17
