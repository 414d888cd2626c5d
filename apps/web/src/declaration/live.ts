/* How often a page asks again: often while something moves, seldom while nothing does. Kept rows stay until the new are there. */

/** Milliseconds between two looks at what may change at any moment. */
export const calm = () => 10_000

/** The same while something is on its way. */
export const brisk = 2_000
