import type { Figure } from '@tongqu/kernel/figure'
import type { Desk } from '../declaration/env.ts'
import { counterFigures } from './alarms.ts'
import { dueFigures } from './due.ts'
import { flowFigure } from './flow.ts'
import { plannedFigure } from './planned.ts'
import { tradeFigures } from './trade.ts'

/** What a wall shows of declarations, plans, deadlines and guarantees. */
export function customsFigures(desk: Desk): readonly Figure[] {
  return [...tradeFigures, ...counterFigures(desk), flowFigure, plannedFigure, ...dueFigures(desk.rules)]
}
