with grouped as (
  select
    count(*) as m1
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
    and s.fee > @p1 * (case when s.currency in ('JPY', 'KRW', 'VND', 'CLP', 'ISK', 'XOF', 'XAF', 'PYG', 'UGX') then 1.000 when s.currency in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 1000.000 else 100.000 end)
)
select
  grouped.m1
from grouped
order by grouped.m1 asc nulls last
limit 10001
-- @p1 Numeric: 400
