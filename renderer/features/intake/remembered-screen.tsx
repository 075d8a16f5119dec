import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { rememberedTexts } from '../../../shared/messages/versions-page.ts'
import { printInstant } from '../../../shared/vietnamese/dates.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { useAllowed } from '../../client/use-allowed.ts'
import '../../ui/data-table.css'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { ScreenHead } from './screen-head.tsx'

/** What is not asked again because somebody answered it once, where it was learned, and the way to forget it. */
export function RememberedScreen({ nameOf, onClose }: { nameOf: (code: string) => string; onClose: () => void }) {
  const { queries } = useEngine()
  const { language, say } = useLanguage()
  const isAllowed = useAllowed()
  const names = useQuery(queries.senders.list.queryOptions({ input: {} }))
  const forgetName = useMutation(queries.senders.forget.mutationOptions())
  const error = names.error ?? forgetName.error
  if (names.error) return <Trouble error={names.error} />
  if (!names.data) return <Waiting />
  const learned = ({ originalName: file, actor, at }: { originalName: string; actor: string; at: string }): string =>
    say(rememberedTexts.fromFile, { file, actor, at: printInstant(at, language) })
  return (
    <div className="remembered">
      <ScreenHead title={say(rememberedTexts.title)} onClose={onClose} />
      {error && <Trouble error={error} />}
      {names.data.length === 0 ? (
        <EmptyState title={say(rememberedTexts.none)} how={say(rememberedTexts.noneHow)} />
      ) : (
        <>
          <p className="quiet">{say(rememberedTexts.how)}</p>
          <section className="panel">
            <table className="data-table">
              <caption>{say(rememberedTexts.names)}</caption>
              <thead>
                <tr>
                  <th>{say(rememberedTexts.name)}</th>
                  <th>{say(rememberedTexts.unit)}</th>
                  <th>{say(rememberedTexts.from)}</th>
                  <td />
                </tr>
              </thead>
              <tbody>
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
              </tbody>
            </table>
          </section>
        </>
      )}
    </div>
  )
}
