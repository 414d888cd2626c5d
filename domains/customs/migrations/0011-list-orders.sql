-- Each order that a list is offered in has its index: after whose rows they are, the value, then what tells rows apart.
create index declaration_mode on customs.declaration (party_id, mode, number);

drop index customs.plan_party;
create index plan_created on customs.plan (party_id, created_at, id);
-- Names in the order of their pinyin.
create index plan_name on customs.plan (party_id, (name collate "zh-x-icu"), id);
create index plan_orders on customs.plan (party_id, (planned + refused), id);
create index plan_taxes on customs.plan (party_id, taxes, id);
create index plan_net_cost on customs.plan (party_id, net_cost, id);

create index plan_order_value on customs.plan_order (plan_id, cny, position);
create index plan_order_taxes on customs.plan_order (plan_id, taxes, position);
create index plan_order_refund on customs.plan_order (plan_id, refund, position);
create index plan_order_net_cost on customs.plan_order (plan_id, net_cost, position);
