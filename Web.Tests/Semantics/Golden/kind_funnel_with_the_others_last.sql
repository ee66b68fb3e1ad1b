with top1 as (
  select
    s.product as k,
    true as kept
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
  group by 1
  order by sum(s.quantity) desc nulls last, s.product collate "C" nulls last
  limit @p1
),
grouped as (
  select
    top1.k as k1,
    top1.kept is null as o1,
    sum(s.quantity) as m1
  from sales s
  left join top1 on top1.k is not distinct from s.product
  where s.tenant_id = @tenant
    and s.deleted_at is null
  group by 1, 2
)
select
  grouped.k1,
  grouped.o1,
  grouped.m1
from grouped
order by grouped.o1, grouped.m1 desc nulls last, grouped.k1 collate "C" nulls last
limit 10001
-- @p1 Bigint: 3
