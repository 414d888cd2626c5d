/** One thing that is not as it should be, and how to mend it. */
export interface Finding {
  /** Path from the root, with the line where one is known: `engines/tariff/order.ts:12`. */
  place: string
  message: string
  /** Told, but does not fail the check. */
  isWarning?: boolean
}

/** A check of the whole repository. */
export interface Check {
  name: string
  /** One line: what to do when it fails. */
  mend: string
  run(root: string): Promise<Finding[]>
}
