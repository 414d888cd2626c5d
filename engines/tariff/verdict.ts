import type { CustomsMode } from './order.ts'
import type { ModeAmounts, ModePlan, Reason, Remedy } from './reason.ts'
import type { Rule, RuleUse } from './rules/rule.ts'

type Params = Readonly<Record<string, string>>

/** Collects what speaks for and against one mode of one order, and the rules it rests on. */
export class Verdict {
  readonly reasons: Reason[] = []
  readonly rules: RuleUse[] = []
  refused = false
  undetermined = false
  remedy: Remedy | undefined = undefined

  /** The rule's value, recorded as used; where it is not in force the verdict is undetermined. */
  take<T>(rule: Rule<T>): T | undefined {
    if (rule.value === undefined || rule.use === undefined) {
      this.need('parameter', undefined, { id: rule.id })
      return undefined
    }
    this.use(rule.use)
    return rule.value
  }

  /** The rule's value where there is one: for prohibitions and practices that need not exist. */
  ask<T>(rule: Rule<T>): T | undefined {
    if (rule.use !== undefined && rule.value !== undefined) this.use(rule.use)
    return rule.value
  }

  use(rule: RuleUse): void {
    if (!this.rules.includes(rule)) this.rules.push(rule)
  }

  refuse(code: string, rule?: RuleUse, params?: Params, line?: number): void {
    this.refused = true
    this.reasons.push({ code, params, line, rule, effect: 'refuses' })
  }

  /** Something unknown without which there is no answer. */
  need(what: string, line?: number, params?: Params): void {
    this.undetermined = true
    const code = `needs.${what}`
    for (const one of this.reasons) if (one.code === code && one.line === line && sameId(one, params)) return
    this.reasons.push({ code, params, line, rule: undefined, effect: 'needs' })
  }

  note(code: string, rule?: RuleUse, params?: Params, line?: number): void {
    this.reasons.push({ code, params, line, rule, effect: 'notes' })
  }

  /** Whether nothing has spoken against so far, so that amounts are worth computing. */
  get open(): boolean {
    return !this.refused && !this.undetermined
  }

  /** Takes over what another verdict (a part shared by several modes) found. */
  absorb(other: Verdict): void {
    for (const reason of other.reasons) this.reasons.push(reason)
    for (const rule of other.rules) this.use(rule)
    this.refused ||= other.refused
    this.undetermined ||= other.undetermined
    this.remedy ??= other.remedy
  }

  /** The plan of a mode; amounts stand only in an allowed one. */
  close(mode: CustomsMode, amounts?: ModeAmounts): ModePlan {
    const allowed = this.refused ? false : this.undetermined || amounts === undefined ? 'undetermined' : true
    return {
      mode,
      allowed,
      reasons: this.reasons,
      amounts: allowed === true ? amounts : undefined,
      remedy: allowed === true ? undefined : this.remedy,
      rules: this.rules,
    }
  }
}

const sameId = (reason: Reason, params: Params | undefined): boolean => reason.params?.id === params?.id
