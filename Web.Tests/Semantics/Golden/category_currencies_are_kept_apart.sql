with grouped as (
  select
    s.rep as k1,
    s.currency as c,
    sum(s.fee) / (case when s.currency in ('JPY', 'KRW', 'VND', 'CLP', 'ISK', 'XOF', 'XAF', 'PYG', 'UGX') then 1.000 when s.currency in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 1000.000 else 100.000 end) as m1
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
  group by 1, 2
),
figured as (
  select
    grouped.k1,
    grouped.c,
    grouped.m1,
    sum(m1) over (partition by k1, c) as figure
  from grouped
),
placed as (
  select
    k1,
    c,
    m1,
    dense_rank() over (partition by c order by figure desc nulls last, k1 collate "C" nulls last) as place
  from figured
)
select
  placed.k1,
  placed.c,
  placed.m1
from placed
where placed.place <= @p1
order by placed.c collate "C", placed.place, placed.k1 collate "C" nulls last, placed.c collate "C"
limit 10001
-- @p1 Bigint: 2
