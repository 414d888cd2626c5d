import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { testFolder } from '@tongqu/tools/test/folder'
import { expect, it } from 'vitest'
import { type AnchoredBlock, appendAnchors, readAnchors } from './anchors.ts'

const folder = await testFolder()

function block(number: number, digit: string): AnchoredBlock {
  const root = digit.repeat(64)
  return { number: `${number}`, to_position: '9', root, sealed_at: new Date(0), key_id: 'k', signature: 's' }
}

it('takes a line that a power cut left half for no anchor, and anchors its block with the next sealing', async () => {
  const path = join(folder, 'torn.txt')
  await appendAnchors(path, [block(1, 'a')])
  await appendFile(path, `2 18 ${'b'.repeat(20)}`)
  expect([...(await readAnchors(path))]).toEqual([[1, 'a'.repeat(64)]])
  await appendAnchors(path, [block(2, 'b'), block(3, 'c')])
  expect([...(await readAnchors(path)).keys()]).toEqual([1, 2, 3])
  expect((await readAnchors(path)).get(2)).toBe('b'.repeat(64))
})

it('does not let a later line replace the root that was anchored first', async () => {
  const path = join(folder, 'twice.txt')
  await appendAnchors(path, [block(1, 'a')])
  await appendAnchors(path, [block(1, 'f')])
  expect((await readAnchors(path)).get(1)).toBe('a'.repeat(64))
  expect((await readFile(path, 'utf8')).split('\n')).toHaveLength(3)
})
