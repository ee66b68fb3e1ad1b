with grouped as (
  select
    date_trunc('quarter', s.sold_on::timestamp)::date as k1,
    sum(s.quantity) as m1
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
    generate_series(min(k1)::timestamp, max(k1)::timestamp, interval '3 months')::date as k1
  from grouped
  having max(k1) - min(k1) <= 450000
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
-- @p1 Date: 2026-01-01
-- @p2 Date: 2027-01-01
