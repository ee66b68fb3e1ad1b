with grouped as (
  select
    s.rep as k1,
    s.region as k2,
    sum(s.quantity) as m1
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
  group by 1, 2
),
places as (
  select
    k1,
    k2,
    row_number() over (partition by k2 order by figure desc nulls last, k1 collate "C" nulls last) as place
  from (select k1, k2, sum(m1) as figure from grouped group by k1, k2) x
)
select
  grouped.k1,
  grouped.k2,
  grouped.m1
from grouped
join places on places.k1 is not distinct from grouped.k1 and places.k2 is not distinct from grouped.k2
where places.place <= @p1
order by grouped.k2 collate "C" nulls last, places.place, grouped.k1 collate "C" nulls last, grouped.k2 collate "C" nulls last
limit 10001
-- @p1 Bigint: 1
