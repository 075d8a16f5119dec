import { deflateSync } from 'node:zlib'
import type { PdfValue } from './pdf/pdf-value.ts'
import { pdfName } from './pdf/write-revision.ts'
import type { Picture } from './read-png.ts'
import type { SignatureLook } from './sign-pdf.ts'

/** Letters as outlines over their own coordinates, in points: no font is needed to show them. */
export type Lettering = { content: string; width: number; height: number }

/** A handwritten signature or a seal as large as its box allows, in the middle. */
export const drawPicture =
  (picture: Picture) =>
  (width: number, height: number): SignatureLook => {
    const scale = Math.min(width / picture.width, height / picture.height)
    const [w, h] = [picture.width * scale, picture.height * scale]
    return {
      content: `q ${fixed(w)} 0 0 ${fixed(h)} ${fixed((width - w) / 2)} ${fixed((height - h) / 2)} cm /I Do Q`,
      images: [{ name: 'I', objects: imageObjects(picture) }],
    }
  }

/** Who signed and when, where no picture is given; `share`: how much of the box's width is free, from the left. */
export const drawLettering =
  (letters: Lettering, share: number) =>
  (width: number, height: number): SignatureLook => {
    const scale = Math.min(1, (width * share) / letters.width, height / letters.height)
    const [x, y] = [(width * share - letters.width * scale) / 2, (height - letters.height * scale) / 2]
    return { content: `q ${fixed(scale)} 0 0 ${fixed(scale)} ${fixed(x)} ${fixed(y)} cm 0 g ${letters.content} Q`, images: [] }
  }

/** The picture, and behind it what shows through (ISO 32000-1 §11.6.5.3). */
function imageObjects({ width, height, colours, opacity }: Picture): PdfValue[] {
  const image = (space: string, samples: Uint8Array, more: readonly [string, PdfValue][]): PdfValue => ({
    kind: 'stream',
    raw: deflateSync(samples),
    entries: new Map<string, PdfValue>([
      ['Type', pdfName('XObject')],
      ['Subtype', pdfName('Image')],
      ['Width', width],
      ['Height', height],
      ['ColorSpace', pdfName(space)],
      ['BitsPerComponent', 8],
      ['Filter', pdfName('FlateDecode')],
      ...more,
    ]),
  })
  return [image('DeviceRGB', colours, [['SMask', null]]), image('DeviceGray', opacity, [])]
}

const fixed = (value: number): string => String(Math.round(value * 1000) / 1000)
