import type { Definition } from '../../command/index.ts'
import type { HostServices } from '../../host/services.ts'
import { accountCalls } from './account.ts'
import { accountGet } from './account-get.ts'
import { accountKeyCalls } from './account-keys.ts'
import { accountList } from './account-list.ts'
import { demonstrationCalls } from './demonstration.ts'
import { historyCalls } from './history.ts'
import { inviteCalls } from './invite.ts'
import { keyCalls } from './key.ts'
import { limitCalls } from './limit.ts'
import { partyCalls } from './party.ts'
import { partyGetCalls } from './party-get.ts'
import { partyListCalls } from './party-list.ts'
import { passkeyCalls } from './passkey.ts'
import { passwordCalls } from './password.ts'
import { permissionExplain, permissionList } from './permission.ts'
import { roleCalls } from './role.ts'
import { roleListCalls } from './role-list.ts'
import { secondFactorCalls } from './second-factor.ts'
import { sessionCalls } from './session.ts'
import { sessionListCalls } from './session-list.ts'
import { signInCalls } from './sign-in.ts'
import { wayCalls } from './ways.ts'
import { welcomeCalls } from './welcome.ts'

/** Every call on who people are and what they may do. */
export function identityCalls(services: HostServices): Definition[] {
  return [
    ...wayCalls(services),
    ...signInCalls(services),
    ...sessionCalls(services),
    ...sessionListCalls(services),
    accountList,
    accountGet,
    ...accountCalls(services),
    ...inviteCalls(services),
    ...welcomeCalls(services),
    ...passwordCalls(services),
    ...secondFactorCalls(services),
    ...passkeyCalls(services),
    ...partyListCalls,
    ...partyGetCalls,
    ...partyCalls(services),
    ...roleListCalls(services),
    ...roleCalls(services),
    permissionList(services),
    permissionExplain(services),
    ...keyCalls(services),
    ...accountKeyCalls(services),
    ...historyCalls,
    ...limitCalls,
    ...demonstrationCalls(services),
  ]
}
