/** The floors of the house from the ground up; imports go down only. */
export const floors = ['engines', 'domains', 'links', 'apps'] as const

/** Imports inside one floor that are meant. Everything else on one floor goes through the floor above. */
export const sideways: Record<string, string[]> = {
  '@tongqu/register': ['@tongqu/kernel'],
  '@tongqu/ledger': ['@tongqu/kernel', '@tongqu/sheet'],
  '@tongqu/tariff': ['@tongqu/rules'],
  '@tongqu/cli': ['@tongqu/counter', '@tongqu/server'],
}

/**
 * Packages that stand apart, with all that their product code may import. The simulated counter judges what the
 * product writes: a mistake that both made by the same code would never be found.
 */
export const apart: Record<string, string[]> = {
  '@tongqu/counter': ['@tongqu/kernel/clock', '@tongqu/kernel/text', 'yaml'],
}

/** What tests of a package that stands apart may import besides. */
export const apartInTests = /^(vitest|fast-check|@tongqu\/tools\/.+)$/

/**
 * Engines that take values and give values, with the modules of Node they may use. `[]` means that the
 * engine, and all it leads to, runs in a browser.
 */
export const pure: Record<string, string[]> = {
  '@tongqu/tariff': [],
  '@tongqu/rules': [],
  // Digests, signatures and certificates.
  '@tongqu/messages': ['node:buffer', 'node:crypto'],
  // The typeface is a file of its package.
  '@tongqu/print': ['node:buffer', 'node:fs'],
  '@tongqu/sheet': [
    'node:buffer',
    'node:crypto',
    'node:stream',
    'node:stream/promises',
    'node:string_decoder',
    'node:zlib',
  ],
}

/** What the browser loads: no module of Node may be reached from here by a value import. */
export const inBrowser = ['@tongqu/web', '@tongqu/tariff']
