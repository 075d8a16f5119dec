import { XmlScanner, tokens } from '../workbook/xml-scanner.ts'
import { forEachChild, isOn, smallNumber, valueOf } from './walk-element.ts'

/** What a run's own properties say; what is not said is inherited. */
export type RunLook = { style?: string; fontName?: string; isBold?: boolean; isHidden?: boolean }
export type ParagraphLook = {
  style?: string
  /** 0 = highest, 9 = text. */
  outline?: number
  list?: { number: string; level: number }
}
type Style = { name: string; basedOn: string | undefined; run: RunLook; paragraph: ParagraphLook }
export type ResolvedStyle = { names: readonly string[]; run: RunLook; paragraph: ParagraphLook }

export type DocumentStyles = { of(id: string | undefined): ResolvedStyle; /** Of text that no style speaks of. */ usual: RunLook }

/** The `rPr` just opened; goes on to just after its close. */
export function readRunLook(scanner: XmlScanner): RunLook & { isDeleted?: true } {
  const look: RunLook & { isDeleted?: true } = {}
  forEachChild(scanner, (name) => {
    if (name === 'rStyle') look.style = valueOf(scanner) ?? ''
    else if (name === 'b') look.isBold = isOn(scanner)
    else if (name === 'vanish') look.isHidden = isOn(scanner)
    else if (name === 'del') look.isDeleted = true
    else if (name === 'rFonts') {
      // Letters beyond ASCII, all that legacy fonts are about, are drawn in `hAnsi`; a font of the theme is never one of them.
      const isTheme = scanner.prefixedAttribute('hAnsiTheme') !== undefined || scanner.prefixedAttribute('asciiTheme') !== undefined
      const own = scanner.prefixedAttribute('hAnsi') ?? scanner.prefixedAttribute('ascii')
      if (own !== undefined || isTheme) look.fontName = isTheme ? '' : (own ?? '')
    }
  })
  return look
}

/** The `pPr` just opened; goes on to just after its close. `endsHere` false: the mark at its end was deleted. */
export function readParagraphLook(scanner: XmlScanner): ParagraphLook & { endsHere: boolean } {
  const look: ParagraphLook & { endsHere: boolean } = { endsHere: true }
  forEachChild(scanner, (name) => {
    if (name === 'pStyle') look.style = valueOf(scanner) ?? ''
    else if (name === 'outlineLvl') look.outline = smallNumber(valueOf(scanner), 9) ?? 9
    else if (name === 'numPr') look.list = readListPlace(scanner)
    else if (name === 'rPr' && readRunLook(scanner).isDeleted) look.endsHere = false
  })
  return look
}

function readListPlace(scanner: XmlScanner): { number: string; level: number } {
  const list = { number: '', level: 0 }
  forEachChild(scanner, (name) => {
    if (name === 'numId') list.number = valueOf(scanner) ?? ''
    else if (name === 'ilvl') list.level = smallNumber(valueOf(scanner), 8) ?? 0
  })
  return list
}

const longestChain = 20

export function readDocumentStyles(bytes: Buffer | undefined): DocumentStyles {
  const styles = new Map<string, Style>()
  let usual: RunLook = {}
  let usualParagraph: string | undefined
  if (bytes) {
    const scanner = new XmlScanner(bytes, 'styles')
    if (scanner.next() === tokens.open)
      forEachChild(scanner, (name) => {
        if (name === 'docDefaults') usual = readDefaults(scanner)
        else if (name === 'style') {
          const id = scanner.prefixedAttribute('styleId') ?? ''
          if (scanner.prefixedAttribute('type') === 'paragraph' && /^(?:1|true|on)$/.test(scanner.prefixedAttribute('default') ?? ''))
            usualParagraph = id
          styles.set(id, readStyle(scanner))
        }
      })
  }
  const known = new Map<string | undefined, ResolvedStyle>()
  const resolve = (id: string | undefined): ResolvedStyle => {
    const names: string[] = []
    let run: RunLook = {}
    let paragraph: ParagraphLook = {}
    let style = styles.get(id ?? usualParagraph ?? '')
    for (let step = 0; style && step < longestChain; step++) {
      names.push(style.name)
      run = { ...style.run, ...run }
      paragraph = { ...style.paragraph, ...paragraph }
      style = style.basedOn === undefined ? undefined : styles.get(style.basedOn)
    }
    return { names, run, paragraph }
  }
  return {
    usual,
    of(id) {
      let found = known.get(id)
      if (!found) known.set(id, (found = resolve(id)))
      return found
    },
  }
}

function readDefaults(scanner: XmlScanner): RunLook {
  let look: RunLook = {}
  forEachChild(scanner, (name) => {
    if (name !== 'rPrDefault') return
    forEachChild(scanner, (inner) => {
      if (inner === 'rPr') look = readRunLook(scanner)
    })
  })
  return look
}

function readStyle(scanner: XmlScanner): Style {
  const style: Style = { name: '', basedOn: undefined, run: {}, paragraph: {} }
  forEachChild(scanner, (name) => {
    if (name === 'name') style.name = valueOf(scanner) ?? ''
    else if (name === 'basedOn') style.basedOn = valueOf(scanner)
    else if (name === 'rPr') style.run = readRunLook(scanner)
    else if (name === 'pPr') {
      const { endsHere: _, style: __, ...paragraph } = readParagraphLook(scanner)
      style.paragraph = paragraph
    }
  })
  return style
}
