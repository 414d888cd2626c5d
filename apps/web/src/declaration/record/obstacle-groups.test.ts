import { expect, it } from 'vitest'
import type { Obstacle } from '../../remote/declarations.ts'
import { groupedObstacles } from './obstacle-groups.ts'

const obstacle = (message: string, element: string, more: Partial<Obstacle> = {}): Obstacle => ({
  code: 'declaration.missing',
  message,
  element,
  text: { zh: '', en: '' },
  ...more,
})

it('one field that several elements want stands once, with its lines and places', () => {
  const weight = { where: 'book', field: 'netWeight' }
  const [group, ...others] = groupedObstacles([
    obstacle('CEB621', 'InventoryHead.netWeight', weight),
    obstacle('CEB621', 'InventoryList.qty1', { ...weight, line: 1 }),
    obstacle('CEB621', 'InventoryList.qty1', { ...weight, line: 2 }),
  ])
  expect(others).toEqual([])
  expect(group).toMatchObject({
    lines: [1, 2],
    places: ['CEB621 InventoryHead.netWeight', 'CEB621 InventoryList.qty1'],
  })
})

it('two things that are wrong stay two', () => {
  const wrong = { code: 'message.too_long' }
  expect(groupedObstacles([obstacle('CEB621', 'a', wrong), obstacle('CEB621', 'b', wrong)])).toHaveLength(2)
})
