import type { Reading } from '../../shared/domain/figure.ts'
import { readingTexts } from '../../shared/messages/reconcile.ts'
import { formatCount } from '../../shared/vietnamese/format-number.ts'

/** A count, or the state that stands in its place. Params of findings are Vietnamese, like the labels beside them. */
export const readingWords = ({ state, value }: Reading): string => (state === 'value' ? formatCount(value ?? 0) : readingTexts[state].vi)
