import { byName } from './page/store.ts'

/** Conditions on declarations (`d`) with their values: a statement is put together from those that are asked for. */
export class Conditions {
  readonly values: unknown[] = []
  readonly #texts: string[] = []

  /** A condition with `?` for its value. */
  add(text: string, value: unknown): void {
    this.values.push(value)
    this.#texts.push(text.replaceAll('?', `$${this.values.length}`))
  }

  /** A condition without a value, or whose values stand in `values` already. */
  plain(text: string): void {
    this.#texts.push(text)
  }

  /** Of one plan, by its id or number. */
  ofPlan(plan: string): void {
    this.values.push(...byName(plan))
    const n = this.values.length
    this.plain(
      `d.plan_id in (select p.id from customs.plan p where p.id = $${n - 1}::uuid or p.number = $${n}::text)`,
    )
  }

  get text(): string {
    return whereOf(this.#texts)
  }

  /** These conditions and one more. */
  with(more: string): string {
    return whereOf([...this.#texts, more])
  }
}

const whereOf = (texts: readonly string[]): string => (texts.length > 0 ? `where ${texts.join(' and ')}` : '')
