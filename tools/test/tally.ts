import type { Reporter, SerializedError, TestModule } from 'vitest/node'

/** What a run came to. Each skip is a sentence: file, test, reason. */
export interface Tally {
  /** Test files that ran. */
  files: number
  passed: number
  failed: number
  skips: string[]
}

/** A reporter that adds every test of a run to a tally; a file that could not be loaded is one failure. */
export function tallying(tally: Tally): Reporter {
  return {
    onTestRunEnd(modules: ReadonlyArray<TestModule>, errors: ReadonlyArray<SerializedError>) {
      for (const module of modules) addModule(tally, module)
      tally.failed += errors.length
    },
  }
}

function addModule(tally: Tally, module: TestModule): void {
  tally.files += 1
  const failedBefore = tally.failed
  for (const test of module.children.allTests()) {
    const result = test.result()
    if (result.state === 'passed') tally.passed += 1
    else if (result.state === 'skipped') {
      tally.skips.push(
        `${module.relativeModuleId} > ${test.fullName}: ${result.note ?? reasonIn(test.fullName)}`,
      )
    } else tally.failed += 1
  }
  // A module fails by itself when it cannot be loaded or a hook of it throws.
  if (!module.ok() && tally.failed === failedBefore) tally.failed += 1
}

/** `describe('… (skipped: no ../shared)')`: a reason that stands in the name. */
function reasonIn(name: string): string {
  return /skipped: [^)>]*[^)> ]/.exec(name)?.[0] ?? 'no reason given'
}

/** The closing line, in the form that `.ci/run` reads. */
export function closingLine(tally: Tally): string {
  return `${tally.passed} passed, ${tally.failed} failed, ${tally.skips.length} skipped`
}
