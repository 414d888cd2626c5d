-- Which lines of an order its declaration declares: some of a market order leave its container. Null: all.
alter table customs.declaration_order add column lines int[];
