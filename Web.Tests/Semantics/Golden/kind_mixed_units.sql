with grouped as (
  select
    date_trunc('year', s.sold_on::timestamp)::date as k1,
    sum(s.amount) as m1,
    count(*) as m2,
    (((count(*) filter (where s.rush = @p1))::numeric / nullif((count(*))::numeric, 0)))::float8 as m3
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
    and s.sold_on is not null
  group by 1
),
spine as (
  select
    k1
  from grouped
  union
  select
    generate_series(min(k1)::timestamp, max(k1)::timestamp, interval '1 year')::date as k1
  from grouped
  having max(k1) - min(k1) <= 1825000
),
filled as (
  select
    s.k1,
    g.m1,
    coalesce(g.m2, 0) as m2,
    g.m3
  from spine s
  left join grouped g on g.k1 = s.k1
)
select
  filled.k1,
  filled.m1,
  filled.m2,
  filled.m3
from filled
order by filled.k1 asc nulls last
limit 10001
-- @p1 Boolean: True
