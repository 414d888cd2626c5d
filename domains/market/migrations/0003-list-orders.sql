-- Each order that a list is offered in has its index.
create index article_sku on market.article (sku, id);
-- Names in the order of their pinyin.
create index article_name on market.article (((name->>'zh') collate "zh-x-icu"), id);
create index line_owner_expires on market.line (party_id, (coalesce(expires_on, 'infinity'::date)), id);
create index line_keeper_expires on market.line (keeper_id, (coalesce(expires_on, 'infinity'::date)), id);
create index line_expires on market.line ((coalesce(expires_on, 'infinity'::date)), id);
create index receipt_expected on market.receipt ((coalesce(expected_on, 'infinity'::date)), id);
create index transfer_due_by on market.transfer ((coalesce(due_on, 'infinity'::date)), id);
