import { work } from '@tongqu/kernel/worker/thread'
import { type Paper, print } from '@tongqu/print'

/** Draws one paper: to cut a typeface to its characters takes a part of a second, which no other answer should wait for. */
await work<Paper, Awaited<ReturnType<typeof print>>>(async function* (paper) {
  yield await print(paper)
})
