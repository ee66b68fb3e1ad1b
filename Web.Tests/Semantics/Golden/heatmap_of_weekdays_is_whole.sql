with grouped as (
  select
    extract(isodow from s.sold_on::timestamp)::int as k1,
    s.rep as k2,
    count(*) as m1
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
    and s.sold_on is not null
  group by 1, 2
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
    o.k2,
    coalesce(g.m1, 0) as m1
  from spine s
  cross join (select distinct k2 from grouped) o
  left join grouped g on g.k1 = s.k1 and g.k2 is not distinct from o.k2
)
select
  filled.k1,
  filled.k2,
  filled.m1
from filled
order by filled.k1 asc nulls last, filled.k2 collate "C" nulls last
limit 10001
