with grouped as (
  select
    s.rush as k1,
    sum(s.amount) / 100.00 as m1,
    (percentile_cont(0.5) within group (order by s.amount) / 100.00)::float8 as m2
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
  group by 1
)
select
  grouped.k1,
  grouped.m1,
  grouped.m2
from grouped
order by grouped.k1 asc nulls last
limit 10001
