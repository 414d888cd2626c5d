import { expect, test } from 'vitest'
import { changeWords } from './change-words.ts'

const names = {
  roleName: (id: string) => (id === 'broker' ? '报关行' : id),
  partyName: (id: string) => (id === 'p1' ? '长江示范报关行' : id),
}
const said = (type: string, data: object = {}) => changeWords({ type, data }, 'zh', names)

test('a role that was granted is told by its name, for whom, and its days, the last of them included', () => {
  expect(said('kernel.role.granted', { role: 'broker', party: 'p1' })).toBe(
    '授予角色「报关行」（长江示范报关行）',
  )
  const days = { from: '2026-11-30T16:00:00.000Z', to: '2026-12-31T16:00:00.000Z' }
  expect(said('kernel.role.granted', { role: 'broker', party: 'p1', ...days })).toBe(
    '授予角色「报关行」（长江示范报关行，自 2026-12-01，至 2026-12-31）',
  )
})

test('what an end has ended is told with its reason, and nothing where nothing was open', () => {
  expect(said('kernel.account.disabled', { reason: '离职', sessions: 2, keys: 1 })).toBe(
    '停用账号，结束 2 个会话、1 把密钥：离职',
  )
  expect(said('kernel.party.closed', { reason: '注销', sessions: 0, keys: 0 })).toBe('关闭主体：注销')
  // As earlier versions told it.
  expect(said('kernel.account.disabled')).toBe('停用账号')
})

test('a sign-in is told with the address, where one was kept', () => {
  expect(said('kernel.session.refused', { by: 'code', address: '203.0.113.9' })).toBe(
    '登录被拒，来自 203.0.113.9',
  )
  expect(said('kernel.session.opened')).toBe('登录')
})

test('what has no words here stands as the audit names it', () => {
  expect(said('kernel.account.teleported')).toBe('kernel.account.teleported')
  expect(said('reason')).toBe('reason')
})
