export type { JobContext, JobDefinition } from './definition.ts'
export { enqueue } from './enqueue.ts'
export { JobQueue, prepareQueue } from './queue.ts'
export type { JobRequest } from './types.ts'
