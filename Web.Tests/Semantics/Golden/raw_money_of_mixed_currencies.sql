with picked as (
  select
    s.id as k1,
    s.currency as c,
    s.fee / (case when s.currency in ('JPY', 'KRW', 'VND', 'CLP', 'ISK', 'XOF', 'XAF', 'PYG', 'UGX') then 1.000 when s.currency in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 1000.000 else 100.000 end) as m1
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
)
select
  k1,
  c,
  m1
from picked
order by k1 asc nulls last, m1 nulls last
limit @p1
-- @p1 Bigint: 5
