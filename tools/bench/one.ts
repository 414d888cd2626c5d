// Runs the bench of one file and prints its result as the last line.
import type { Bench } from './bench.ts'

const { bench } = (await import(process.argv[2] ?? '')) as { bench: Bench }
console.log(JSON.stringify(await bench.run()))
