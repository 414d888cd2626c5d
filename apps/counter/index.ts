export { readScenario } from './scenario/read.ts'
export { type Scenario, ScenarioError } from './scenario/scenario.ts'
export { type CounterSettings, type OpenCounter, openCounter } from './serve.ts'
