-- Who changed an article last, and when; null: nobody since it was registered.
alter table market.article add column changed_at timestamptz, add column changed_by uuid;

-- The name by itself: taking it out of the JSON is nothing that row security lets an index be searched by.
drop index market.article_name;
alter table market.article add column name_zh text generated always as (name->>'zh') stored;
create index article_name on market.article ((name_zh collate "zh-x-icu"), id);
