with grouped as (
  select
    date_trunc('quarter', s.sold_on::timestamp)::date as k1,
    min(s.rating)::float8 as m1,
    percentile_cont(0.25) within group (order by s.rating)::float8 as m2,
    percentile_cont(0.5) within group (order by s.rating)::float8 as m3,
    percentile_cont(0.75) within group (order by s.rating)::float8 as m4,
    max(s.rating)::float8 as m5
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
    and s.region = @p1
    and s.rush = @p2
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
    g.m1,
    g.m2,
    g.m3,
    g.m4,
    g.m5
  from spine s
  left join grouped g on g.k1 = s.k1
)
select
  filled.k1,
  filled.m1,
  filled.m2,
  filled.m3,
  filled.m4,
  filled.m5
from filled
order by filled.k1 asc nulls last
limit 10001
-- @p1 Text: "north"
-- @p2 Boolean: True
