import { LineChart } from 'echarts/charts'
import { use } from 'echarts/core'

// Of its own, for pages that draw lines: the wall does without.
use([LineChart])

export { init } from './engine.ts'
