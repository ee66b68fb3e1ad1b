with grouped as (
  select
    s.rep as k1,
    sum(s.quantity) as m1,
    sum(s.quantity) as m2
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
  group by 1
),
changed as (
  select
    k1,
    m1,
    sum(m2) over (order by m1 desc nulls last, k1 collate "C" rows unbounded preceding) as m2
  from grouped
)
select
  changed.k1,
  changed.m1,
  changed.m2
from changed
order by changed.m1 desc nulls last, changed.k1 collate "C" nulls last
limit 10001
