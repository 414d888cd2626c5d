import type { Check } from './check.ts'
import { sources } from './sources.ts'

const rarely = 250
const never = 400

/** A file is about one thing; a long one is about several. */
export const size: Check = {
  name: 'file size',
  mend: `split the file by what its parts are about; over ${rarely} lines is told, over ${never} refused`,
  async run(root) {
    return sources(root).flatMap(({ path, text }) => {
      const lines = text.trimEnd().split('\n').length
      return lines > rarely ? [{ place: path, message: `${lines} lines`, isWarning: lines <= never }] : []
    })
  },
}
