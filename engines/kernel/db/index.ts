export { type ConnectOptions, connect, type Database, OutcomeUnknown, type RoleName } from './database.ts'
export { type AppliedMigration, type MigrationSource, migrate } from './migrate.ts'
export { prepareRoles } from './roles.ts'
export type { Row, Scope, Setting, Tx, TxOptions } from './tx.ts'
