import { BarChart } from 'echarts/charts'
import { GridSimpleComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

// Only what is used: each part more is kilobytes that everybody loads.
use([BarChart, GridSimpleComponent, CanvasRenderer])

export { init }
