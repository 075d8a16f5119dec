import { Button, NativeSelect, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useSessionStorage } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { dueState } from '../../../shared/domain/due-state.ts'
import { audiences, causes, noteKinds, type Audience, type Cause, type NoteKind } from '../../../shared/domain/review.ts'
import { audienceTexts, causeTexts, noteKindTexts } from '../../../shared/messages/review.ts'
import { reviewPageTexts } from '../../../shared/messages/review-page.ts'
import { parseDay } from '../../../shared/vietnamese/dates.ts'
import { useEngine } from '../../client/engine-provider.tsx'
import { Trouble } from '../../client/trouble.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useLanguage } from '../../ui/language.tsx'
import type { Range } from './split-sentences.ts'

/** Where a note is pinned: without `input` to the unit, without `range` to the whole text; `quote`: what stood there when it was chosen. */
export type NotePlace = { unit: string; input?: string; range?: Range; quote?: string; words: string }

type NoteDialogProps = { period: string; places: readonly NotePlace[]; onDone: (count: number) => void; onClose: () => void }

const emptyDraft = {
  kind: 'remark' as NoteKind,
  audience: 'internal' as Audience,
  text: '',
  category: '',
  scope: '',
  extent: '',
  cause: 'unknown' as Cause,
  causeText: '',
  remedy: '',
  owner: '',
  due: '',
}

/** One note, for each of the places. What was typed is kept until it is saved, whatever closes the dialog. */
export function NoteDialog({ period, places, onDone, onClose }: NoteDialogProps) {
  const { client } = useEngine()
  const { say } = useLanguage()
  const first = places[0]!
  const [draft, setDraft, forget] = useSessionStorage({
    key: `tonghop.note/${period}/${first.unit}/${first.input ?? ''}`,
    defaultValue: emptyDraft,
    getInitialValueInEffect: false,
  })
  const [isTried, setTried] = useState(false)
  const written = useRef(0)
  const day = draft.due.trim() === '' ? null : parseDay(draft.due.trim())
  const isShortcoming = draft.kind === 'shortcoming'
  const isDayWrong = isShortcoming && day === undefined
  const isEmpty = draft.text.trim() === ''
  const change = (changes: Partial<typeof emptyDraft>): void => setDraft({ ...draft, ...changes })
  const save = useMutation({
    mutationFn: async () => {
      // What was written before something went wrong is not written a second time.
      for (const { unit, words: _words, ...place } of places.slice(written.current)) {
        const at = { period, unit, ...place }
        const { kind, audience, text } = draft
        if (kind !== 'shortcoming') await client.notes.add({ ...at, kind, audience, text })
        else {
          const { category, scope, extent, cause, causeText, remedy, owner } = draft
          await client.shortcomings.add({
            ...at,
            audience,
            text,
            category,
            scope,
            extent,
            cause,
            causeText,
            remedy,
            owner,
            dueOn: day ?? null,
          })
        }
        written.current++
      }
    },
    onSuccess: () => {
      forget()
      onDone(places.length)
    },
  })
  const submit = (): void => {
    setTried(true)
    if (!isEmpty && !isDayWrong && !save.isPending) save.mutate()
  }
  const line = (name: 'category' | 'scope' | 'extent' | 'causeText' | 'owner') => (
    <TextInput
      label={say(reviewPageTexts[name])}
      maxLength={500}
      value={draft[name]}
      onChange={(event) => change({ [name]: event.currentTarget.value })}
    />
  )
  return (
    <Dialog
      title={say(reviewPageTexts.noteTitle, { place: first.words })}
      onClose={onClose}
      onSubmit={submit}
      trouble={save.error && <Trouble error={save.error} />}
      buttons={
        <>
          <Button type="submit" loading={save.isPending}>
            {say(reviewPageTexts.save)}
          </Button>
          <Button variant="default" onClick={onClose}>
            {say(reviewPageTexts.leave)}
          </Button>
        </>
      }
    >
      <Textarea
        label={say(reviewPageTexts.text)}
        data-autofocus
        autosize
        minRows={3}
        maxLength={4000}
        value={draft.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
        error={isTried && isEmpty ? say(reviewPageTexts.textMissing) : undefined}
      />
      <NativeSelect
        label={say(reviewPageTexts.kind)}
        value={draft.kind}
        onChange={(event) => change({ kind: event.currentTarget.value as NoteKind })}
        data={noteKinds.map((kind) => ({ value: kind, label: say(noteKindTexts[kind]) }))}
      />
      <div>
        <SegmentedControl
          aria-label={say(reviewPageTexts.audience)}
          transitionDuration={0}
          value={draft.audience}
          onChange={(audience) => change({ audience })}
          data={audiences.map((audience) => ({ value: audience, label: say(audienceTexts[audience]) }))}
        />
        <p className="quiet">{say(reviewPageTexts.audienceHow)}</p>
      </div>
      {isShortcoming && (
        <>
          {line('category')}
          {line('scope')}
          {line('extent')}
          <NativeSelect
            label={say(reviewPageTexts.cause)}
            value={draft.cause}
            onChange={(event) => change({ cause: event.currentTarget.value as Cause })}
            data={causes.map((cause) => ({ value: cause, label: say(causeTexts[cause]) }))}
          />
          {line('causeText')}
          <Textarea
            label={say(reviewPageTexts.remedy)}
            autosize
            maxLength={2000}
            value={draft.remedy}
            onChange={(event) => change({ remedy: event.currentTarget.value })}
          />
          {line('owner')}
          <TextInput
            label={say(reviewPageTexts.due)}
            value={draft.due}
            onChange={(event) => change({ due: event.currentTarget.value })}
            error={isTried && isDayWrong ? say(reviewPageTexts.dueWrong) : undefined}
            description={dueState(day ?? null, new Date()) === 'overdue' ? say(reviewPageTexts.duePast) : undefined}
          />
        </>
      )}
    </Dialog>
  )
}
