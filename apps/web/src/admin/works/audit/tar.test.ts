import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { tarOf } from './tar.ts'

test('the archive of a receipt is unpacked by tar, its script may be run, and nothing of it is changed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tar-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const long = '事件 event\n'.repeat(100)
  const files = [
    { name: 'event-1.txt', content: long },
    { name: 'verify.sh', content: '#!/bin/sh\necho OK\n' },
    { name: 'empty.txt', content: '' },
  ]
  const run = promisify(execFile)
  await writeFile(join(folder, 'r.tar'), tarOf('receipt-x', files))
  await run('tar', ['-xf', 'r.tar'], { cwd: folder })
  expect(await readFile(join(folder, 'receipt-x/event-1.txt'), 'utf8')).toBe(long)
  expect((await run(join(folder, 'receipt-x/verify.sh'))).stdout).toBe('OK\n')
})

test('a name that does not fit is not cut', () => {
  expect(() => tarOf('x', [{ name: 'y'.repeat(100), content: '' }])).toThrow('at most 100 bytes')
})
