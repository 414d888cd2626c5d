import { readdirSync, readFileSync } from 'node:fs'

/** Clock ticks a second in /proc: 100 on every Linux that we run on. */
const TICKS = 100

/** Seconds of CPU that a process and all its children that live have used. Linux only; elsewhere 0. */
export function cpuSeconds(pid: number): number {
  const all = processes()
  const own = all.get(pid)
  if (!own) return 0
  let ticks = own.ticks
  for (const [child, { parent }] of all) if (parent === pid) ticks += cpuSeconds(child) * TICKS
  return ticks / TICKS
}

function processes(): Map<number, { parent: number; ticks: number }> {
  const found = new Map<number, { parent: number; ticks: number }>()
  for (const name of names()) {
    const stat = read(`/proc/${name}/stat`)
    // After the name, which may hold blanks and brackets: state, parent … user and system time, those of ended children.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields.length > 15)
      found.set(Number(name), {
        parent: Number(fields[1]),
        ticks: fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0),
      })
  }
  return found
}

function names(): string[] {
  try {
    return readdirSync('/proc').filter(name => /^\d+$/.test(name))
  } catch {
    return []
  }
}

/** A process may end between being listed and being read. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
