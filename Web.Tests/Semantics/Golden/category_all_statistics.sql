with grouped as (
  select
    s.rep as k1,
    avg(s.rating)::float8 as m1,
    percentile_cont(0.5) within group (order by s.rating)::float8 as m2,
    min(s.rating)::float8 as m3,
    max(s.rating)::float8 as m4,
    stddev_samp(s.rating)::float8 as m5,
    percentile_cont(0.25) within group (order by s.rating)::float8 as m6,
    percentile_cont(0.75) within group (order by s.rating)::float8 as m7,
    percentile_cont(0.9) within group (order by s.rating)::float8 as m8,
    percentile_cont(0.95) within group (order by s.rating)::float8 as m9,
    count(s.region) as m10,
    count(distinct s.region) as m11,
    max(s.sold_on) as m12
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
  grouped.m5,
  grouped.m6,
  grouped.m7,
  grouped.m8,
  grouped.m9,
  grouped.m10,
  grouped.m11,
  grouped.m12
from grouped
order by grouped.k1 collate "C" asc nulls last
limit 10001
