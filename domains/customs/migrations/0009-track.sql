-- The number by which a carrier knows what a list or declaration is about: whoever tracks a consignment names it. A column
-- of its own, as row security lets no expression on the content reach an index.
alter table customs.record add column logistics_no text generated always as (
  case when role = 'list' then coalesce(content->'InventoryHead'->>'logisticsNo', content->'DecHead'->>'BillNo') end
) stored;
create index record_logistics on customs.record (logistics_no) where logistics_no is not null;
