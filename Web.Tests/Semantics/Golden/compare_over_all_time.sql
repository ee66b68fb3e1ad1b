with grouped as (
  select
    date_trunc('year', s.sold_on::timestamp)::date as k1,
    count(*) as m1
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
    coalesce(g.m1, 0) as m1
  from spine s
  left join grouped g on g.k1 = s.k1
),
compared as (
  select
    f.k1,
    f.m1,
    coalesce(e.m1, 0) as p1
  from filled f
  left join grouped e on e.k1 = (f.k1 - interval '12 months')::date
)
select
  compared.k1,
  compared.m1,
  compared.p1
from compared
order by compared.k1 asc nulls last
limit 10001
