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
places as (
  select
    k1,
    row_number() over (order by figure asc nulls last, k1 collate "C" nulls last) as place
  from (select l.k1, t.m1 as figure from (select distinct k1 from grouped) l left join totals t on t.k1 is not distinct from l.k1) x
)
select
  grouped.k1,
  grouped.k2,
  grouped.m1
from grouped
join places on places.k1 is not distinct from grouped.k1
where places.place <= @p1
order by places.place, grouped.k1 collate "C" nulls last, grouped.k2 nulls last
limit 10001
-- @p1 Bigint: 3
