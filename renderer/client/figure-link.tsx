import type { ReactNode } from 'react'
import { traceTexts } from '../../shared/messages/trace.ts'
import { useLanguage } from '../ui/language.tsx'
import './figure-link.css'
import { PlaceLink, usePlace } from './place.tsx'
import { traceAddress } from './trace-address.ts'

/** `input`: the field or another input of the template; two of them, numerator and denominator, are shown side by side. */
type FigureLinkProps = { unit: string; input: string | readonly [string, string]; children: ReactNode }

/** A number that opens its origin beside the page. */
export function FigureLink({ unit, input, children }: FigureLinkProps) {
  const { page, params } = usePlace()
  const { say } = useLanguage()
  const trace = traceAddress((typeof input === 'string' ? [input] : input).map((name) => ({ unit, input: name })))
  return (
    <PlaceLink
      className="figure-link"
      page={page}
      params={{ ...params, trace }}
      title={say(traceTexts.open)}
      aria-current={params['trace'] === trace ? 'true' : undefined}
    >
      {children}
    </PlaceLink>
  )
}
