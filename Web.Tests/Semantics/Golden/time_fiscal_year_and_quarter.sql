with grouped as (
  select
    (date_trunc('quarter', s.sold_on::timestamp - make_interval(months => @fiscal::int)) + make_interval(months => @fiscal::int))::date as k1,
    (date_trunc('year', s.sold_on::timestamp - make_interval(months => @fiscal::int)) + make_interval(months => @fiscal::int))::date as k2,
    count(*) as m1
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
    and s.sold_on is not null
  group by 1, 2
)
select
  grouped.k1,
  grouped.k2,
  grouped.m1
from grouped
order by grouped.k1 asc nulls last, grouped.k2 nulls last
limit 10001
-- @fiscal Bigint: 3
