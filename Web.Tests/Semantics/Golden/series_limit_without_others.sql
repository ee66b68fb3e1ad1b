with top2 as (
  select
    s.rep as k,
    true as kept
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
  group by 1
  order by count(*) desc nulls last, s.rep collate "C" nulls last
  limit @p1
),
grouped as (
  select
    s.rush as k1,
    top2.k as k2,
    count(*) as m1
  from sales s
  join top2 on top2.k is not distinct from s.rep
  where s.tenant_id = @tenant
    and s.deleted_at is null
  group by 1, 2
)
select
  grouped.k1,
  grouped.k2,
  grouped.m1
from grouped
order by grouped.k1 asc nulls last, grouped.k2 collate "C" nulls last
limit 10001
-- @p1 Bigint: 1
