with grouped as (
  select
    s.rep as k1,
    s.rush as k2,
    count(*) as m1
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
  group by 1, 2
),
changed as (
  select
    k1,
    k2,
    (100.0 * m1 / nullif(sum(m1) over (), 0))::float8 as m1
  from grouped
)
select
  changed.k1,
  changed.k2,
  changed.m1
from changed
order by changed.k1 collate "C" asc nulls last, changed.k2 nulls last
limit 10001
