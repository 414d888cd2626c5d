import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/**
 * Threads without isolation: files of one worker share the loaded modules, which is most of a run's time.
 * So a test file leaves nothing behind in a module's state.
 */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  cacheDir: '.cache/vitest',
  test: {
    include: ['{engines,domains,links,apps,tools}/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', 'data/**'],
    pool: 'threads',
    isolate: false,
    globalSetup: fileURLToPath(new URL('global.ts', import.meta.url)),
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // What is waited for may take its time on a busy machine; it is never taken for there before it is.
    expect: { poll: { timeout: 10_000 } },
  },
})
