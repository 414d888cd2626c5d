export { folderGateway } from './folder.ts'
export { httpGateway } from './http.ts'
export { type Arrival, type Gateway, NotSent } from './port.ts'
export { queueGateway } from './queue.ts'
