with grouped as (
  select
    date_trunc('quarter', s.sold_on::timestamp)::date as k1,
    s.region as k2,
    count(*) as m1,
    max(s.rating)::float8 as m2
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
    and s.rep = @p1
    and s.rush = @p2
    and s.sold_on is not null
  group by 1, 2
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
    o.k2,
    coalesce(g.m1, 0) as m1,
    g.m2
  from spine s
  cross join (select distinct k2 from grouped) o
  left join grouped g on g.k1 = s.k1 and g.k2 is not distinct from o.k2
)
select
  filled.k1,
  filled.k2,
  filled.m1,
  filled.m2
from filled
order by filled.k1 asc nulls last, filled.k2 collate "C" nulls last
limit 10001
-- @p1 Text: "aoki"
-- @p2 Boolean: True
