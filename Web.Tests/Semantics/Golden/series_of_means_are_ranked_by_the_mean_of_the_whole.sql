with grouped as (
  select
    s.rep as k1,
    s.rush as k2,
    avg(s.rating)::float8 as m1
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
  group by 1, 2
),
totals as (
  select
    s.rep as k1,
    avg(s.rating)::float8 as m1
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
  group by 1
),
figured as (
  select
    grouped.k1,
    grouped.k2,
    grouped.m1,
    totals.m1 as figure
  from grouped
  left join totals on totals.k1 is not distinct from grouped.k1
),
placed as (
  select
    k1,
    k2,
    m1,
    dense_rank() over (order by figure asc nulls last, k1 collate "C" nulls last) as place
  from figured
)
select
  placed.k1,
  placed.k2,
  placed.m1
from placed
where placed.place <= @p1
order by placed.place, placed.k1 collate "C" nulls last, placed.k2 nulls last
limit 10001
-- @p1 Bigint: 3
