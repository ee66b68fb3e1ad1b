with grouped as (
  select
    s.year as k1,
    (avg(s.amount))::float8 as m1
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
    and s.year between @p1 and @p2
    and s.year is not null
  group by 1
),
spine as (
  select
    k1
  from grouped
  union
  select
    generate_series(min(k1), max(k1)) as k1
  from grouped
  having max(k1) - min(k1) <= 5000
),
filled as (
  select
    s.k1,
    g.m1
  from spine s
  left join grouped g on g.k1 = s.k1
)
select
  filled.k1,
  filled.m1
from filled
order by filled.k1 asc nulls last
limit 10001
-- @p1 Bigint: 2025
-- @p2 Bigint: 2026
