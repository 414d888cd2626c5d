-- Each order that a list of accounts is offered in has its index: after whose they are, the value, then the id. None is
-- over a balance: a change of a balance then touches no index.
create index account_of_party on ledger.account (party_id, id);
create index account_of_unit on ledger.account (party_id, ledger, id);
create index account_of_code on ledger.account (party_id, code, id);
