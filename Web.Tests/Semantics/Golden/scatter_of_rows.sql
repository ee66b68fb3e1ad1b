with picked as (
  select
    s.id as k1,
    s.region as k2,
    s.quantity as m1,
    s.amount / 100.00 as m2,
    hashtextextended(concat_ws('|', s.id, s.region, s.quantity, s.amount / 100.00), 20) as drawn
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
    and s.rep = @p1
  order by drawn
  limit 5001
),
kept as (
  select
    k1,
    k2,
    m1,
    m2
  from picked
  order by drawn
  limit 5000
)
select
  k1,
  k2,
  m1,
  m2,
  (select count(*) from picked) as seen
from kept
order by k1 asc nulls last, k2 collate "C" nulls last, m1 nulls last, m2 nulls last
-- @p1 Text: "endo"
