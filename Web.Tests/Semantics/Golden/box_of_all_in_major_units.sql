with grouped as (
  select
    min(s.amount) / 100.00 as m1,
    (percentile_cont(0.25) within group (order by s.amount) / 100.00)::float8 as m2,
    (percentile_cont(0.5) within group (order by s.amount) / 100.00)::float8 as m3,
    (percentile_cont(0.75) within group (order by s.amount) / 100.00)::float8 as m4,
    max(s.amount) / 100.00 as m5
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
    and s.rush = @p1
)
select
  grouped.m1,
  grouped.m2,
  grouped.m3,
  grouped.m4,
  grouped.m5
from grouped
order by grouped.m3 asc nulls last
limit 10001
-- @p1 Boolean: True
