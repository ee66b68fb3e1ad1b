with grouped as (
  select
    s.region as k1,
    s.product as k2,
    sum(s.quantity) as m1
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
  group by 1, 2
),
figured as (
  select
    grouped.k1,
    grouped.k2,
    grouped.m1,
    sum(m1) over (partition by k1) as figure
  from grouped
),
placed as (
  select
    k1,
    k2,
    m1,
    dense_rank() over (order by figure desc nulls last, k1 collate "C" nulls last) as place
  from figured
)
select
  placed.k1,
  placed.k2,
  placed.m1
from placed
order by placed.place, placed.k1 collate "C" nulls last, placed.k2 collate "C" nulls last
limit 10001
