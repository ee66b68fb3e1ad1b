with bins1 as (
  select
    floor(lo / width) * width as origin,
    width,
    null::bigint as last
  from (select lo, coalesce(unit * (case when tenth <= unit then 1 when tenth <= 2 * unit then 2 when tenth <= 5 * unit then 5 else 10 end), 1) as width from (select lo, tenth, power(10::numeric, floor(log(tenth))) as unit from (select lo, nullif(hi - lo, 0) / 10 as tenth from (select min(s.amount / 100.00)::numeric as lo, max(s.amount / 100.00)::numeric as hi from sales s where s.tenant_id = @tenant and s.deleted_at is null) extent) part) scale) step
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
