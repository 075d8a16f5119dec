import type { AttachedPaper } from './intake-values.ts'
import { papersPageTexts } from '../../../shared/messages/papers-page.ts'
import { printDay, printMoment } from '../../../shared/vietnamese/dates.ts'
import { formatSmallCount } from '../../../shared/vietnamese/format-number.ts'
import { usePlace } from '../../client/place.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { VirtualTable } from '../../ui/virtual-table.tsx'

type PaperListProps = { papers: readonly AttachedPaper[]; nameOf: (code: string) => string; listKey: string }

/** Every paper with what is known of it; those that nobody described yet say so. */
export function PaperList({ papers, nameOf, listKey }: PaperListProps) {
  const { language, say } = useLanguage()
  const { set } = usePlace()
  if (papers.length === 0) return <EmptyState title={say(papersPageTexts.none)} how={say(papersPageTexts.noneHow)} />
  const unitWords = ({ unit, suggestions }: AttachedPaper): string => {
    if (unit !== null) return nameOf(unit)
    const [first] = suggestions
    return first === undefined ? say(papersPageTexts.unitUnknown) : say(papersPageTexts.unitMaybe, { unit: nameOf(first) })
  }
  return (
    <VirtualTable
      label={say(papersPageTexts.list)}
      columns={7}
      count={papers.length}
      listKey={listKey}
      head={
        <>
          <th>{say(papersPageTexts.file)}</th>
          <th>{say(papersPageTexts.unit)}</th>
          <th>{say(papersPageTexts.number)}</th>
          <th>{say(papersPageTexts.issuedOn)}</th>
          <th>{say(papersPageTexts.signer)}</th>
          <th>{say(papersPageTexts.taken)}</th>
          <th>{say(papersPageTexts.received)}</th>
        </>
      }
      row={(index) => {
        const paper = papers[index]!
        const said = paper.paper
        return (
          <>
            <th scope="row" className="file-cell">
              <button type="button" className="link-button" title={paper.name} onClick={() => set({ paper: paper.receipt })}>
                {paper.name}
              </button>
            </th>
            <td className="unit-cell" title={unitWords(paper)} data-open={paper.unit === null || undefined}>
              {unitWords(paper)}
            </td>
            <td>{said === null ? <span className="to-describe">{say(papersPageTexts.toDescribe)}</span> : said.number}</td>
            <td className="moment">{said === null || said.issuedOn === null ? '' : printDay(said.issuedOn)}</td>
            <td className="unit-cell" title={said?.signer}>
              {said?.signer}
            </td>
            <td className="number">{paper.laidTexts === 0 ? '' : formatSmallCount(paper.laidTexts, language)}</td>
            <td className="moment">{printMoment(paper.receivedAt)}</td>
          </>
        )
      }}
    />
  )
}
