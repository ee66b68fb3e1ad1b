with grouped as (
  select
    date_trunc('month', (s.sold_at at time zone @zone))::date as k1,
    count(*) as m1
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
    and (s.sold_at >= @p1 and s.sold_at < @p2)
    and s.sold_at is not null
  group by 1
),
spine as (
  select
    k1
  from grouped
  union
  select
    generate_series(min(k1)::timestamp, max(k1)::timestamp, interval '1 month')::date as k1
  from grouped
  having max(k1) - min(k1) <= 150000
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
  filled.m1
from filled
order by filled.k1 asc nulls last
limit 10001
-- @zone Text: "Asia/Tokyo"
-- @p1 TimestampTz: 2023-12-31T15:00:00Z
-- @p2 TimestampTz: 2024-12-31T15:00:00Z
