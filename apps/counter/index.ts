export { readScenario } from './scenario/read.ts'
export { type Scenario, ScenarioError } from './scenario/scenario.ts'
export { type CounterSettings, openCounter } from './serve.ts'
