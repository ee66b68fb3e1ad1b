with picked as (
  select
    s.id as k1,
    s.sold_at as k2,
    i.name as k3,
    s.amount as m1
  from sales s
  left join customers c on c.tenant_id = s.tenant_id and c.id = s.customer_id
  left join industries i on i.tenant_id = s.tenant_id and i.id = c.industry_id
  where s.tenant_id = @tenant
    and s.deleted_at is null
)
select
  k1,
  k2,
  k3
from picked
order by m1 desc nulls last, k1 nulls last, k2 nulls last, k3 collate "C" nulls last
limit @p1
-- @p1 Bigint: 4
