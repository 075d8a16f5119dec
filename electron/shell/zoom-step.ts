const largest = 4
const smallest = -2

/** The next zoom level, `step` being 1, -1, or 0 for the usual one. A level is a factor of 1.2; 4 is about 200 %. */
export const zoomBy = (level: number, step: 1 | -1 | 0): number => (step === 0 ? 0 : Math.min(largest, Math.max(smallest, level + step)))
