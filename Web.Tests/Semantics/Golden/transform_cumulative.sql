with grouped as (
  select
    date_trunc('month', s.sold_on::timestamp)::date as k1,
    sum(s.amount) as m1
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
    and (s.sold_on >= @p1 and s.sold_on < @p2)
    and s.sold_on is not null
  group by 1
),
spine as (
  select
    k1
  from grouped
  union
  select
    generate_series(min(k1)::timestamp, max(k1)::timestamp, interval '1 month')::date as k1
  from grouped
  having max(k1) - min(k1) <= 150000
),
filled as (
  select
    s.k1,
    g.m1
  from spine s
  left join grouped g on g.k1 = s.k1
),
changed as (
  select
    k1,
    sum(m1) over (order by k1 rows unbounded preceding) as m1
  from filled
)
select
  changed.k1,
  changed.m1
from changed
order by changed.k1 asc nulls last
limit 10001
-- @p1 Date: 2025-01-01
-- @p2 Date: 2026-01-01
