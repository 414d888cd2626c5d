import { expect, test } from 'vitest'
import { nobodyOf } from './account.ts'
import { mayPass } from './place.ts'
import { identText, serverSettings, settingsText } from './settings.ts'
import { socketUrl, withDatabase } from './url.ts'

test('the unprivileged account is the machine’s own nobody, or 65534 where none is listed', () => {
  expect(nobodyOf('root:x:0:0::/root:/bin/sh\nnobody:x:99:98::/:/bin/false\n')).toEqual({ uid: 99, gid: 98 })
  expect(nobodyOf('')).toEqual({ uid: 65534, gid: 65534 })
  expect(nobodyOf('nobody:*:-2:-2::0:0::/var/empty:/usr/bin/false')).toEqual({ uid: 65534, gid: 65534 })
})

test('a folder is passable by the bit of the class the account falls in, and by no other', () => {
  const account = { uid: 10, gid: 20 }
  expect(mayPass(account, { uid: 0, gid: 0, mode: 0o701 })).toBe(true)
  expect(mayPass(account, { uid: 0, gid: 0, mode: 0o700 })).toBe(false)
  expect(mayPass(account, { uid: 0, gid: 20, mode: 0o701 })).toBe(false)
  expect(mayPass(account, { uid: 10, gid: 0, mode: 0o011 })).toBe(false)
})

test('a setting with a quote in it stays one setting', () => {
  expect(settingsText({ a: "it's", b: 3, c: true })).toBe("a = 'it''s'\nb = 3\nc = on\n")
})

test('settings that only the newer version knows are not given to the older', () => {
  expect(serverSettings(18)).toHaveProperty('io_method')
  expect(serverSettings(15)).not.toHaveProperty('io_method')
  expect(identText(15, 'root')).toBe('')
})

test('an address keeps its socket folder when its database and role change', () => {
  const url = socketUrl('/srv/a b/run', 'tongqu')
  expect(withDatabase(url, { database: '通衢', user: 'app' })).toBe(
    'postgresql://app@%2Fsrv%2Fa%20b%2Frun/%E9%80%9A%E8%A1%A2',
  )
})
