import Improvement

// The documents' own word for which way is better, beside the chart's `Direction`.
typealias MeasureDirection = Direction
