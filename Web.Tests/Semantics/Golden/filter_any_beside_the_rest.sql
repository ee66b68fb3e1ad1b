with grouped as (
  select
    count(*) as m1
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
    and (s.rep = @p1 or s.rush = @p2)
    and s.quantity > @p3
)
select
  grouped.m1
from grouped
order by grouped.m1 asc nulls last
limit 10001
-- @p1 Text: "aoki"
-- @p2 Boolean: True
-- @p3 Bigint: 5
