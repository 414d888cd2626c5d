import type { ModePlan } from '../reason.ts'
import { exportDuties } from '../tax/export-duty.ts'
import { type ExportVat, exportVat } from '../tax/export-vat.ts'
import { Verdict } from '../verdict.ts'
import type { LineFacts, OrderFacts } from './facts.ts'
import { fobValues, refundFob } from './values.ts'

/** One order being planned: its facts, and what several modes share, computed once. */
export class Work {
  readonly facts: OrderFacts
  /** Modes decided so far, in the order of the table. */
  readonly plans: ModePlan[] = []
  #vat: ExportVat | undefined = undefined
  #fobVerdict: Verdict | undefined = undefined
  #fob: readonly number[] | undefined = undefined
  #refundVerdict: Verdict | undefined = undefined
  #refundFob: readonly number[] | undefined = undefined

  constructor(facts: OrderFacts) {
    this.facts = facts
  }

  /** FOB per line at the customs' rate; what is missing goes to the verdict. */
  fob(verdict: Verdict): readonly number[] | undefined {
    if (this.#fobVerdict === undefined) {
      this.#fobVerdict = new Verdict()
      this.#fob = fobValues(this.facts, this.#fobVerdict)
    }
    if (this.#fob === undefined) absorbNeeds(this.#fobVerdict, verdict)
    return this.#fob
  }

  /** FOB per line at the tax office's rate. */
  refundFob = (verdict: Verdict): readonly number[] | undefined => {
    if (this.#refundVerdict === undefined) {
      this.#refundVerdict = new Verdict()
      this.#refundFob = refundFob(this.facts, this.#refundVerdict)
    }
    if (this.#refundFob === undefined) absorbNeeds(this.#refundVerdict, verdict)
    return this.#refundFob
  }

  exportDuties(verdict: Verdict): readonly number[] | undefined {
    return exportDuties(this.facts, () => this.fob(verdict), verdict)
  }

  exportVat(): ExportVat {
    this.#vat ??= exportVat(this.facts, this.refundFob)
    return this.#vat
  }
}

function absorbNeeds(from: Verdict, to: Verdict): void {
  for (const reason of from.reasons) to.need(reason.code.slice('needs.'.length), reason.line, reason.params)
}

/** Whether the line needs a licence: stated, else by the table's certificates; undefined: nobody says. */
export function needsLicence(facts: OrderFacts, line: LineFacts, verdict: Verdict): boolean | undefined {
  if (line.line.licence !== undefined) return line.line.licence
  return certified(line, verdict.ask(facts.day.rules.goods.exportLicence))
}

/** Whether the line is subject to export inspection. */
export function needsInspection(facts: OrderFacts, line: LineFacts, verdict: Verdict): boolean | undefined {
  if (line.line.inspection !== undefined) return line.line.inspection
  return certified(line, verdict.ask(facts.day.rules.goods.exportInspection))
}

/** Whether the table puts one of the certificates on the goods. */
export function certified(line: LineFacts, letters: readonly string[] | undefined): boolean | undefined {
  const { certificates } = line.goods
  if (letters === undefined || certificates === undefined) return undefined
  if (certificates === '') return false
  for (const letter of letters) if (certificates.includes(letter)) return true
  return false
}
