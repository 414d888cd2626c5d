import { expect, test } from 'vitest'
import { runs } from './testing/product.ts'

const lived = (fate: string) => runs('apps/server/testing/mortal.ts', [fate], {})

test.each(['asked', 'asked twice at once'])(
  'a process that is %s to end stops in order and ends with 0',
  async fate => {
    const { status, out } = await lived(fate)
    expect(status).toBe(0)
    expect(out).toMatch(/begun\n.*Stopping …\n(.*Stopping …\n)?stopping\nstopped\n/)
  },
)

test.each(['exception', 'rejection'])(
  'an uncaught %s is logged, an orderly stop is tried, and the process ends with 1',
  async fate => {
    const { status, out, err } = await lived(fate)
    expect(status).toBe(1)
    expect(out).toContain('stopped')
    expect(err).toContain('a bug')
  },
)

test('a stop that fails ends the process with 1', async () => {
  const { status, out, err } = await lived('stop fails')
  expect(status).toBe(1)
  expect(out).not.toContain('stopped')
  expect(err).toContain('it cannot be stopped')
})
