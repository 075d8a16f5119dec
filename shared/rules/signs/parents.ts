import { formatCount } from '../../vietnamese/format-number.ts'
import { isCounted, notApplicable, sign, type Sign, type SignPlan, type UnitCounts } from './sign.ts'

/**
 * R7: a unit's figure against the sum of the units below it. Only where it has such units and every expected one has
 * reported that field (`expected` counts those without a report too); one that is not applicable adds nothing.
 */
export function checkParents(units: readonly UnitCounts[], plan: SignPlan, expectedChildren: ReadonlyMap<string, number>): Sign[] {
  const childrenOf = Map.groupBy(
    units.filter(({ parent }) => parent !== null),
    ({ parent }) => parent!,
  )
  return units.flatMap((unit) => {
    const children = childrenOf.get(unit.code) ?? []
    if (children.length === 0 || children.length !== expectedChildren.get(unit.code)) return []
    return plan.fields.flatMap((field) => {
      const own = unit.now[field.place]
      const counts = children.map(({ now }) => (now[field.place] === notApplicable ? 0 : now[field.place]))
      if (!isCounted(own) || !counts.every(isCounted)) return []
      const sum = counts.reduce((total, count) => total + count, 0)
      if (sum === own) return []
      const params = {
        field: field.code,
        label: field.label.vi,
        expected: formatCount(sum),
        actual: formatCount(own),
        count: children.length,
      }
      return [
        sign('R7', 'warning', unit, {
          subject: field.code,
          expected: String(sum),
          actual: String(own),
          params,
          fields: [field.code],
          others: children.map(({ code }) => ({ unit: code, field: field.code })),
        }),
      ]
    })
  })
}
