with grouped as (
  select
    s.rush as k1,
    s.currency as c,
    min(s.fee) / (case when s.currency in ('JPY', 'KRW', 'VND', 'CLP', 'ISK', 'XOF', 'XAF', 'PYG', 'UGX') then 1.000 when s.currency in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 1000.000 else 100.000 end) as m1,
    (percentile_cont(0.25) within group (order by s.fee) / (case when s.currency in ('JPY', 'KRW', 'VND', 'CLP', 'ISK', 'XOF', 'XAF', 'PYG', 'UGX') then 1.000 when s.currency in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 1000.000 else 100.000 end))::float8 as m2,
    (percentile_cont(0.5) within group (order by s.fee) / (case when s.currency in ('JPY', 'KRW', 'VND', 'CLP', 'ISK', 'XOF', 'XAF', 'PYG', 'UGX') then 1.000 when s.currency in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 1000.000 else 100.000 end))::float8 as m3,
    (percentile_cont(0.75) within group (order by s.fee) / (case when s.currency in ('JPY', 'KRW', 'VND', 'CLP', 'ISK', 'XOF', 'XAF', 'PYG', 'UGX') then 1.000 when s.currency in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 1000.000 else 100.000 end))::float8 as m4,
    max(s.fee) / (case when s.currency in ('JPY', 'KRW', 'VND', 'CLP', 'ISK', 'XOF', 'XAF', 'PYG', 'UGX') then 1.000 when s.currency in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 1000.000 else 100.000 end) as m5
  from sales s
  where s.tenant_id = @tenant
    and s.deleted_at is null
  group by 1, 2
),
totals as (
  select
    s.rush as k1,
    s.currency as c,
    (percentile_cont(0.5) within group (order by s.fee) / (case when s.currency in ('JPY', 'KRW', 'VND', 'CLP', 'ISK', 'XOF', 'XAF', 'PYG', 'UGX') then 1.000 when s.currency in ('BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND') then 1000.000 else 100.000 end))::float8 as m3
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
    grouped.m2,
    grouped.m3,
    grouped.m4,
    grouped.m5,
    totals.m3 as figure
  from grouped
  left join totals on totals.k1 is not distinct from grouped.k1 and totals.c is not distinct from grouped.c
),
placed as (
  select
    k1,
    c,
    m1,
    m2,
    m3,
    m4,
    m5,
    dense_rank() over (partition by c order by figure desc nulls last, k1 nulls last) as place
  from figured
)
select
  placed.k1,
  placed.c,
  placed.m1,
  placed.m2,
  placed.m3,
  placed.m4,
  placed.m5
from placed
order by placed.c collate "C", placed.place, placed.k1 nulls last, placed.c collate "C"
limit 10001
