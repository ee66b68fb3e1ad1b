with bins1 as (
  select
    lo as origin,
    case when hi > lo then (hi - lo) / @p1 else 1 end as width,
    @p1 - 1 as last
  from (select min(s.quantity)::numeric as lo, max(s.quantity)::numeric as hi from sales s where s.tenant_id = @tenant and s.deleted_at is null) extent
),
grouped as (
  select
    least(floor(((s.quantity)::numeric - bins1.origin) / bins1.width)::bigint, bins1.last) as k1,
    count(*) as m1
  from sales s
  cross join bins1
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
  bins1.origin + filled.k1 * bins1.width as k1_from,
  bins1.origin + (filled.k1 + 1) * bins1.width as k1_to,
  filled.k1 = bins1.last as k1_closed,
  filled.m1
from filled
cross join bins1
order by filled.k1 asc nulls last
limit 10001
-- @p1 Bigint: 3
