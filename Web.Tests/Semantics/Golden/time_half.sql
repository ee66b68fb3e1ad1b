with grouped as (
  select
    (date_trunc('year', s.sold_on::timestamp) + case when extract(month from s.sold_on::timestamp) > 6 then interval '6 months' else interval '0' end)::date as k1,
    sum(s.quantity) as m1
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
    generate_series(min(k1)::timestamp, max(k1)::timestamp, interval '6 months')::date as k1
  from grouped
  having max(k1) - min(k1) <= 905000
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
