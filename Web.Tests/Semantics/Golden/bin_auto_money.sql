with bins1 as (
  select
    floor(lo / width) * width as origin,
    width,
    null::bigint as last
  from (select lo, case when hi > lo then power(10::numeric, floor(log((hi - lo) / 10))) * (case when (hi - lo) / 10 <= power(10::numeric, floor(log((hi - lo) / 10))) then 1 when (hi - lo) / 10 <= 2 * power(10::numeric, floor(log((hi - lo) / 10))) then 2 when (hi - lo) / 10 <= 5 * power(10::numeric, floor(log((hi - lo) / 10))) then 5 else 10 end) else 1 end as width from (select min(s.amount / 100.00)::numeric as lo, max(s.amount / 100.00)::numeric as hi from sales s where s.tenant_id = @tenant and s.deleted_at is null) extent) step
),
grouped as (
  select
    floor(((s.amount / 100.00)::numeric - bins1.origin) / bins1.width)::bigint as k1,
    count(*) as m1
  from sales s
  cross join bins1
  where s.tenant_id = @tenant
    and s.deleted_at is null
    and s.amount is not null
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
  false as k1_closed,
  filled.m1
from filled
cross join bins1
order by filled.k1 asc nulls last
limit 10001
