import { em, type BlockArea } from './sheet-block.tsx'

/** A cell that something is read from: its outline, a short tag on it, and in full what it is. */
export type SheetMark = {
  cell: string
  tag: string
  label: string
  look: 'sure' | 'doubtful'
  /** The one a person is at: its label stands beside it. */
  isChosen?: boolean
}

/** A row that is not read, and why, in a few words. */
export type HatchedRow = { row: number; words: string }

export type PlacedMark = BlockArea & SheetMark
export type PlacedHatch = BlockArea & HatchedRow

type SheetMarksProps = { area: BlockArea; marks: readonly PlacedMark[]; hatches: readonly PlacedHatch[]; cursor: BlockArea | undefined }

/** From there on a label goes on to the left: at the right end of the sheet it would be cut off. */
const farFromLeft = 240

const placeIn = (area: BlockArea, { x, y, width, height }: BlockArea) => ({
  left: em(x - area.x),
  top: em(y - area.y),
  width: em(width),
  height: em(height),
})

/** Over the cells of one part: who hears the page is told the same by the list beside the sheet. */
export function SheetMarks({ area, marks, hatches, cursor }: SheetMarksProps) {
  return (
    <div className="sheet-marks" aria-hidden>
      {hatches.map((hatch) => (
        <div key={hatch.row} className="sheet-hatch" style={placeIn(area, hatch)}>
          <span>{hatch.words}</span>
        </div>
      ))}
      {marks.map((mark) => (
        <div
          key={`${mark.tag} ${mark.cell}`}
          className="sheet-mark"
          data-look={mark.look}
          data-cell={mark.cell}
          data-chosen={mark.isChosen || undefined}
          data-side={mark.x > farFromLeft ? 'right' : undefined}
          style={placeIn(area, mark)}
        >
          <b>{mark.tag}</b>
          {mark.isChosen && <span>{mark.label}</span>}
        </div>
      ))}
      {cursor && <i className="sheet-cursor" style={placeIn(area, cursor)} />}
    </div>
  )
}
