import { NoInput, query } from '@tongqu/kernel/command'
import type { HostServices } from '@tongqu/kernel/host'
import type { Module } from '@tongqu/kernel/module'
import { FiguresRead, Places, ReadFigures } from './contract.ts'
import { placesOf } from './places.ts'
import { FigureReader } from './read.ts'

/** The wall: every figure that a module declares, read together. It knows none of them. */
export function wallModule(services: Pick<HostServices, 'registry' | 'packs'>): Module {
  const reader = new FigureReader(() => services.registry().figures())
  const places = placesOf(services.packs)
  return {
    name: 'wall',
    calls: [
      query({
        name: 'wall.figure.read',
        summary: {
          zh: '大屏的数字：各人所见范围内，可从每个数字打开其记录',
          en: 'Figures for a wall, in the caller’s own sight, each with the address of its records',
        },
        permission: 'signed-in',
        input: ReadFigures,
        output: FiguresRead,
        example: { input: { period: 'week' } },
        handle: (work, input) => reader.read(work, input),
      }),
      query({
        name: 'wall.place.list',
        summary: { zh: '各国在地图上的位置', en: 'Where countries are on a map of the world' },
        permission: 'signed-in',
        input: NoInput,
        output: Places,
        example: { input: {} },
        handle: async () => places,
      }),
    ],
  }
}
