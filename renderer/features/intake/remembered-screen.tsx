import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { rememberedTexts } from '../../../shared/messages/versions-page.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import { whenDone } from '../../client/when-done.ts'
import '../../ui/data-table.css'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import type { KeptMapping } from './intake-values.ts'
import './papers.css'
import { ReasonDialog } from './reason-dialog.tsx'
import { ScreenHead } from './screen-head.tsx'

/** What is not asked again because somebody answered it once, where it was learned, and the way to forget it. */
export function RememberedScreen({ nameOf, onClose }: { nameOf: (code: string) => string; onClose: () => void }) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const isAllowed = useAllowed()
  const names = useQuery(queries.senders.list.queryOptions({ input: {} }))
  const layouts = useQuery(queries.mappings.list.queryOptions({ input: {} }))
  const forgetName = useMutation(queries.senders.forget.mutationOptions())
  const [forgetting, setForgetting] = useState<KeptMapping>()
  const error = names.error ?? layouts.error
  if (error) return <Trouble error={error} />
  if (!names.data || !layouts.data) return <Waiting />
  const learned = ({ originalName: file, actor, at }: { originalName: string; actor: string; at: string }): string =>
    say(rememberedTexts.fromFile, { file, actor, at: printInstant(at, language) })
  return (
    <div className="remembered">
      <ScreenHead title={say(rememberedTexts.title)} onClose={onClose} />
      {forgetName.error && <Trouble error={forgetName.error} />}
      {names.data.length + layouts.data.length === 0 ? (
        <EmptyState title={say(rememberedTexts.none)} how={say(rememberedTexts.noneHow)} />
      ) : (
        <p>{say(rememberedTexts.how)}</p>
      )}
      <RememberedTable title={say(rememberedTexts.layouts)} what={say(rememberedTexts.inputs)} count={layouts.data.length}>
        {layouts.data.map((one) => (
          <tr key={one.id}>
            <td>{say(rememberedTexts.layoutInputs, { count: formatSmallCount(one.mapping.inputs.length, language) })}</td>
            <td>{nameOf(one.unit)}</td>
            <td>{learned(one)}</td>
            <td className="actions">
              {isAllowed('mappings.forget') && (
                <Button
                  variant="subtle"
                  size="compact-md"
                  aria-label={say(rememberedTexts.forgetLayout, { unit: nameOf(one.unit) })}
                  onClick={() => setForgetting(one)}
                >
                  {say(rememberedTexts.forget)}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </RememberedTable>
      <RememberedTable title={say(rememberedTexts.names)} what={say(rememberedTexts.name)} count={names.data.length}>
        {names.data.map((one) => (
          <tr key={one.id}>
            <td>{one.text}</td>
            <td>{nameOf(one.unit)}</td>
            <td>{learned(one)}</td>
            <td className="actions">
              {isAllowed('senders.forget') && (
                <Button
                  variant="subtle"
                  size="compact-md"
                  aria-label={say(rememberedTexts.forgetName, { name: one.text })}
                  loading={forgetName.isPending && forgetName.variables.id === one.id}
                  onClick={() => forgetName.mutate({ id: one.id })}
                >
                  {say(rememberedTexts.forget)}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </RememberedTable>
      {forgetting && <ForgetLayout layout={forgetting} unit={nameOf(forgetting.unit)} onClose={() => setForgetting(undefined)} />}
    </div>
  )
}

type RememberedTableProps = { title: string; what: string; count: number; children: ReactNode }

function RememberedTable({ title, what, count, children }: RememberedTableProps) {
  const { say } = useLanguage()
  if (count === 0) return null
  return (
    <section className="panel">
      <table className="data-table">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th>{what}</th>
            <th>{say(rememberedTexts.unit)}</th>
            <th>{say(rememberedTexts.from)}</th>
            <td />
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}

function ForgetLayout({ layout, unit, onClose }: { layout: KeptMapping; unit: string; onClose: () => void }) {
  const { queries } = useEngine()
  const { say } = useLanguage()
  const forget = useMutation(queries.mappings.forget.mutationOptions())
  return (
    <ReasonDialog
      title={say(rememberedTexts.forgetLayout, { unit })}
      how={say(rememberedTexts.forgetLayoutHow)}
      act={say(rememberedTexts.forget)}
      isBusy={forget.isPending}
      error={forget.error}
      onAct={(reason) => whenDone(forget.mutateAsync({ id: layout.id, reason }), onClose)}
      onClose={onClose}
    />
  )
}
