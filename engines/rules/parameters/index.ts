export { parametersOf } from './of-files.ts'
export { parseParameters } from './parse.ts'
export {
  difference,
  type ParameterDifference,
  type ParameterEntry,
  ParameterSet,
  ParameterSnapshot,
} from './set.ts'
export type {
  Parameter,
  ParameterFile,
  ParameterProblem,
  ParameterTitle,
  ParameterValue,
  ParameterVersion,
  Place,
  Strength,
} from './types.ts'
