with grouped as (
  select
    s.rep as k1,
    min(s.amount) as m1,
    (percentile_cont(0.25) within group (order by s.amount))::float8 as m2,
    (percentile_cont(0.5) within group (order by s.amount))::float8 as m3,
    (percentile_cont(0.75) within group (order by s.amount))::float8 as m4,
    max(s.amount) as m5
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
  group by 1
)
select
  grouped.k1,
  grouped.m1,
  grouped.m2,
  grouped.m3,
  grouped.m4,
  grouped.m5
from grouped
order by grouped.m3 desc nulls last, grouped.k1 collate "C" nulls last
limit 10001
