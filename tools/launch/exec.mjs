import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/**
 * Becomes the given program where this Node can (`execve`: same process, nothing left behind), else runs it,
 * passes signals on and ends as it ends.
 */
export function handOver(node, args, env) {
  if (typeof process.execve === 'function' && process.platform !== 'win32') {
    process.removeAllListeners('warning')
    process.on('warning', () => undefined)
    process.execve(node, [node, ...args], env)
  }
  const child = spawn(node, args, { stdio: 'inherit', env })
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) {
    process.on(signal, () => {
      // A Ctrl-C reaches the whole foreground group by itself; a second one would mean "at once".
      const fromTerminal = signal === 'SIGINT' && process.stdin.isTTY
      if (!fromTerminal) child.kill(signal)
    })
  }
  child.on('error', error => {
    console.error(`tongqu: ${node} could not be run: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => {
    process.exit(signal ? 128 + constants.signals[signal] : code)
  })
}
