import { legalDay } from '@tongqu/kernel/clock'
import type { UnitOfWork } from '@tongqu/kernel/command'
import { type Scope, unsafeInScope } from '@tongqu/kernel/db'
import { type Figure, type Period, type PeriodName, periodAt } from '@tongqu/kernel/figure'
import { NOBODY_PARTY, scopeFor } from '@tongqu/kernel/identity'
import type { Static } from 'typebox'
import type { FigureShown, FiguresRead, ReadFigures } from './contract.ts'
import { Kept } from './kept.ts'

type Shown = Static<typeof FigureShown>

/** How many times as long an answer is kept: what a year of a million declarations sums to takes seconds to count. */
const PATIENCE: Readonly<Record<PeriodName, number>> = { day: 1, week: 1, month: 3, year: 60 }

/** Reads figures for whoever asks: those that they may see, in the scope that grants each. */
export class FigureReader {
  readonly #figures: () => readonly Figure[]
  readonly #kept = new Kept<Shown>()

  /** @param figures of all modules */
  constructor(figures: () => readonly Figure[]) {
    this.#figures = figures
  }

  /** Figures that are unknown, or that the caller may not see, are left out. */
  async read(work: UnitOfWork, asked: Static<typeof ReadFigures>): Promise<Static<typeof FiguresRead>> {
    const period = periodAt(asked.period ?? 'day', asked.to ?? legalDay(work.now))
    const figures: Shown[] = []
    for (const figure of this.#figures()) {
      if (asked.keys && !asked.keys.includes(figure.key)) continue
      const scope = scopeFor(work.actor, figure.permission)
      if (scope) figures.push(await this.#one(work, figure, scope, period))
    }
    return { at: work.now.toISOString(), figures }
  }

  /** What a reader sees is decided by the scope and, in their own, by the party alone: others of the same share it. */
  async #one(work: UnitOfWork, figure: Figure, scope: Scope, period: Period): Promise<Shown> {
    const party = scope === 'own' ? (work.actor.party ?? NOBODY_PARTY) : undefined
    const of = figure.isOfPeriod ? `${period.name} ${period.lastDay}` : ''
    const name = [figure.key, scope, party ?? '', of].join(' ')
    const before = this.#kept.find(name, work.now)
    if (before) return before
    const answer = await unsafeInScope(work.tx, figure.unsafeScope ?? scope, () =>
      figure.ask({ work, period, party }),
    )
    const shown: Shown = {
      key: figure.key,
      name: figure.name,
      about: figure.about,
      unit: figure.unit,
      chart: figure.chart,
      ...(figure.isOfPeriod && { period: { from: period.firstDay, to: period.lastDay } }),
      asAt: work.now.toISOString(),
      value: answer.value,
      records: answer.records ?? figure.records,
      series: figure.series?.map(({ name, unit }) => ({ name, unit })) ?? [],
      ...(answer.keys && { keys: answer.keys }),
      parts: answer.parts?.map(({ values, ...part }) => ({ ...part, values: [...values] })) ?? [],
    }
    const patience = figure.isOfPeriod ? PATIENCE[period.name] : 1
    this.#kept.keep(name, shown, work.now, figure.keptFor * patience)
    return shown
  }
}
