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
places as (
  select
    k1,
    c,
    row_number() over (partition by c order by figure desc nulls last, k1 collate "C" nulls last) as place
  from (select k1, c, sum(m1) as figure from grouped group by k1, c) x
)
select
  grouped.k1,
  grouped.c,
  grouped.m1
from grouped
join places on places.k1 is not distinct from grouped.k1 and places.c is not distinct from grouped.c
where places.place <= @p1
order by grouped.c collate "C", places.place, grouped.k1 collate "C" nulls last, grouped.c collate "C"
limit 10001
-- @p1 Bigint: 2
