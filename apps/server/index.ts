export { type Installation, openInstallation } from './installation.ts'
export { answersLocally } from './listen.ts'
export { describeInstallation } from './registered.ts'
export { localSocket } from './serve.ts'
