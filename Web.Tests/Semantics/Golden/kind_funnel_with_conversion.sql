with grouped as (
  select
    s.product as k1,
    count(*) as m1
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
  group by 1
)
select
  grouped.k1,
  grouped.m1
from grouped
order by grouped.m1 desc nulls last, grouped.k1 collate "C" nulls last
limit 10001
