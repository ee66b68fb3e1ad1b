with top2 as (
  select
    s.rep as k,
    true as kept
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
    and s.sold_on is not null
  group by 1
  order by avg(s.rating)::float8 desc nulls last, s.rep collate "C" nulls last
  limit @p1
),
grouped as (
  select
    date_trunc('year', s.sold_on::timestamp)::date as k1,
    top2.k as k2,
    top2.kept is null as o2,
    avg(s.rating)::float8 as m1
  from sales s
  left join top2 on top2.k is not distinct from s.rep
  where s.tenant_id = @tenant
    and s.deleted_at is null
    and s.sold_on is not null
  group by 1, 2, 3
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
    o.k2,
    o.o2,
    g.m1
  from spine s
  cross join (select distinct k2, o2 from grouped) o
  left join grouped g on g.k1 = s.k1 and g.k2 is not distinct from o.k2 and g.o2 is not distinct from o.o2
)
select
  filled.k1,
  filled.k2,
  filled.o2,
  filled.m1
from filled
order by filled.k1 asc nulls last, filled.o2, filled.k2 collate "C" nulls last
limit 10001
-- @p1 Bigint: 2
