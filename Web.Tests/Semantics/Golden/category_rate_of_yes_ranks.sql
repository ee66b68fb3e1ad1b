with grouped as (
  select
    s.rep as k1,
    (100.0 * avg((s.rush)::int))::float8 as m1
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
  group by 1
  having (100.0 * avg((s.rush)::int))::float8 > @p1
)
select
  grouped.k1,
  grouped.m1
from grouped
order by grouped.m1 desc nulls last, grouped.k1 collate "C" nulls last
limit @p2
-- @p1 Numeric: 10
-- @p2 Bigint: 3
