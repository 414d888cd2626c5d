import { expect, it } from 'vitest'
import { gate } from './gate.ts'

it('two run at once, two more wait their turn, and the fifth is turned away', async () => {
  const through = gate(2, 2)
  const doors: (() => void)[] = []
  let running = 0
  let most = 0
  const work = (name: string) => async () => {
    most = Math.max(most, ++running)
    await new Promise<void>(open => doors.push(open))
    running--
    return name
  }
  const first = ['a', 'b', 'c', 'd'].map(name => through(work(name)))
  expect(await through(work('e'))).toBeUndefined()
  for (let n = 0; n < 4; n++) {
    doors.shift()!()
    await first[n]
    await Promise.resolve()
  }
  expect(await Promise.all(first)).toEqual(['a', 'b', 'c', 'd'])
  expect(most).toBe(2)
})

it('one that fails makes room for the next', async () => {
  const through = gate(1, 1)
  await expect(through(() => Promise.reject(new Error('torn')))).rejects.toThrow('torn')
  expect(await through(async () => 'next')).toBe('next')
})
