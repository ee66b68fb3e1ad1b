with grouped as (
  select
    s.rep as k1,
    count(*) as m1
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
  group by 1
),
changed as (
  select
    k1,
    (100.0 * m1 / nullif(sum(m1) over (), 0))::float8 as m1
  from grouped
)
select
  changed.k1,
  changed.m1
from changed
order by changed.m1 desc nulls last, changed.k1 collate "C" nulls last
limit @p1
-- @p1 Bigint: 2
