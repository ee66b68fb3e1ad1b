with grouped as (
  select
    i.name as k1,
    s.rep as k2,
    date_trunc('year', s.sold_on::timestamp)::date as k3,
    count(*) as m1
  from sales s
  left join customers c on c.tenant_id = s.tenant_id and c.id = s.customer_id
  left join industries i on i.tenant_id = s.tenant_id and i.id = c.industry_id
  where s.tenant_id = @tenant
    and s.deleted_at is null
    and s.sold_on is not null
    and i.name = @p1
  group by 1, 2, 3
)
select
  grouped.k1,
  grouped.k2,
  grouped.k3,
  grouped.m1
from grouped
order by grouped.k1 collate "C" asc nulls last, grouped.k2 collate "C" nulls last, grouped.k3 nulls last
limit 10001
-- @p1 Text: "food"
