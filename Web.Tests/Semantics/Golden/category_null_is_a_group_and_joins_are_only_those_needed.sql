with grouped as (
  select
    i.name as k1,
    count(*) as m1
  from sales s
  left join customers c on c.tenant_id = s.tenant_id and c.id = s.customer_id
  left join industries i on i.tenant_id = s.tenant_id and i.id = c.industry_id
  where s.tenant_id = @tenant
    and s.deleted_at is null
  group by 1
)
select
  grouped.k1,
  grouped.m1
from grouped
order by grouped.k1 collate "C" asc nulls last
limit 10001
