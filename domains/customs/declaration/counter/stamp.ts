/* Times as messages write them: local time in China, which has been UTC+8 without summer time since 1992. */

const AHEAD = 8 * 60 * 60 * 1000

const local = (instant: Date): string => new Date(instant.getTime() + AHEAD).toISOString()

/** `yyyyMMddHHmmss` */
export const appTime = (instant: Date): string => local(instant).slice(0, 19).replace(/[-:T]/g, '')

/** `yyyy-MM-ddTHH:mm:ss` */
export const envelopeTime = (instant: Date): string => local(instant).slice(0, 19)
