with grouped as (
  select
    date_trunc('month', s.sold_on::timestamp)::date as k1,
    count(*) as m1
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
    and s.sold_on is not null
  group by 1
  having sum(s.amount) > @p1
)
select
  grouped.k1,
  grouped.m1
from grouped
order by grouped.k1 asc nulls last
limit 10001
-- @p1 Numeric: 3000000
