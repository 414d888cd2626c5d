export type { JobContext, JobDefinition } from './definition.ts'
export { JobQueue, prepareQueue } from './queue.ts'
export type { JobRequest } from './types.ts'
