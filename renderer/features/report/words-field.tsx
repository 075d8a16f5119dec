import { Textarea } from '@mantine/core'

type WordsFieldProps = { label: string; words: string; onWords: (words: string) => void; missing?: string | undefined; autoFocus?: boolean }

export function WordsField({ label, words, onWords, missing, autoFocus = false }: WordsFieldProps) {
  return (
    <Textarea
      label={label}
      autosize
      minRows={2}
      maxLength={2000}
      data-autofocus={autoFocus || undefined}
      value={words}
      onChange={(event) => onWords(event.currentTarget.value)}
      error={missing}
    />
  )
}
