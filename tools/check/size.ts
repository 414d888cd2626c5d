import type { Check } from './check.ts'
import { sources } from './sources.ts'

const rarely = 250
const never = 400
/** Files that a script writes are as long as what they are written from. */
const written = /^\/\/ Written from /

/** A file is about one thing; a long one is about several. */
export const size: Check = {
  name: 'file size',
  mend: `split the file by what its parts are about; over ${rarely} lines is told, over ${never} refused`,
  async run(root) {
    return sources(root).flatMap(({ path, text }) => {
      if (written.test(text)) return []
      const lines = text.trimEnd().split('\n').length
      return lines > rarely ? [{ place: path, message: `${lines} lines`, isWarning: lines <= never }] : []
    })
  },
}
