/* Parts of statements about accounts `a`, which more than one of them is made of. $1 is the time of the call. */

/** `disabled`; `invited`: never came, for there is nothing yet to sign in with; else `active`. */
export const STATE = `
  case when a.disabled_at is not null then 'disabled'
    when a.password_hash is null and a.oidc_subject is null then 'invited' else 'active' end`

/** Codes of an app, or a passkey. */
export const HAS_FACTOR = `
  (exists (select 1 from kernel.second_factor f where f.account_id = a.id and f.confirmed_at is not null)
    or exists (select 1 from kernel.passkey k where k.account_id = a.id))`

/** End of the one-time link that still works, if there is one. */
export const INVITED_UNTIL = `
  (select max(i.expires_at) from kernel.invitation i
   where i.account_id = a.id and i.used_at is null and i.expires_at > $1)`

/** What people look for an account by. */
export const WORDS = `a.login || ' ' || lower(coalesce(a.name->>'zh', '') || ' ' || coalesce(a.name->>'en', ''))`

/** Whether a membership `m` holds at the time of the call. */
export const HOLDS = 'm.from_at <= $1 and (m.to_at is null or m.to_at > $1)'
