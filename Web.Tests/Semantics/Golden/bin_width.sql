with grouped as (
  select
    floor((s.quantity)::numeric / @p1)::bigint as k1,
    count(*) as m1
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
    and s.quantity is not null
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
    coalesce(g.m1, 0) as m1
  from spine s
  left join grouped g on g.k1 = s.k1
)
select
  filled.k1,
  filled.k1 * @p1 as k1_from,
  (filled.k1 + 1) * @p1 as k1_to,
  false as k1_closed,
  filled.m1
from filled
order by filled.k1 asc nulls last
limit 10001
-- @p1 Numeric: 5
