import { tidyText, nameKey } from '../../vietnamese/text-key.ts'
import type { PaperSection } from './paper-sections.ts'

/** One proposal of the unit; `addressee` '' where the paper names nobody. */
export type PaperProposal = { text: string; addressee: string; heading: string; place: number }

const about = new RegExp(
  `^(?:${['những', 'một số', 'các', 'nội dung', 'về'].map(nameKey).join('|')}| )*(?:${['kiến nghị', 'đề xuất', 'đề nghị'].map(nameKey).join('|')})(?![\\p{L}\\p{M}])`,
  'u',
)
const marker = /^(?:(?:[IVXLC]+|\d{1,2}(?:\.\d{1,2})*|[a-zđ])\s*[.)/:–-]+|[-–+*•]+)\s*/u

/** Without number, dash or bullet in front. */
export const bareHeading = (heading: string): string => tidyText(heading).replace(marker, '')

export const isProposalHeading = (heading: string): boolean => about.test(nameKey(bareHeading(heading)))

const towards = /^(?:(?:kiến nghị|đề xuất|đề nghị)\s+)?(?:đối\s+)?với\s+([^:.;]{2,120}?)\s*(?:[:.]\s*(.*))?$/isu
const bodies =
  'Ban Chấp hành Trung ương|Ban Bí thư Trung ương(?: Đảng)?|Ban Bí thư|Bộ Chính trị|Trung ương|Quốc hội|Chính phủ|Tổng Liên đoàn Lao động Việt Nam|' +
  'Bộ [\\p{Lu}][\\p{L} ]{2,40}?|Ban Thường vụ Tỉnh ủy|Thường trực Tỉnh ủy|Ban Tuyên giáo và Dân vận Tỉnh ủy|Ban Tuyên giáo và Dân vận Trung ương|Ban Tổ chức Tỉnh ủy|' +
  'Tỉnh ủy|Đảng ủy Ủy ban nhân dân tỉnh|Đảng ủy UBND tỉnh|Ủy ban nhân dân tỉnh|UBND tỉnh|Hội đồng nhân dân tỉnh|HĐND tỉnh|Ủy ban MTTQ Việt Nam tỉnh|Mặt trận Tổ quốc tỉnh|' +
  'Liên đoàn Lao động tỉnh|LĐLĐ tỉnh|Bảo hiểm xã hội tỉnh|BHXH tỉnh|Công an tỉnh|Ban Quản lý các khu công nghiệp(?: tỉnh)?|Sở (?:Nội vụ|Tài chính|Y tế|Xây dựng|Tư pháp|Công Thương|Giáo dục và Đào tạo|Khoa học và Công nghệ|Nông nghiệp và Môi trường|Văn hóa, Thể thao và Du lịch)|các (?:sở|ban),? (?:ban,? )?ngành(?: (?:của )?tỉnh)?'
const asked = new RegExp(`^(?:[-–+*•]\\s*)?(?:Đề nghị|Kiến nghị|Đề xuất)(?: với)? (${bodies})(?![\\p{L}\\p{M}])`, 'u')

/** The proposals of the sections headed so: by addressee where a heading, a line or the sentence itself names one. */
export function readProposals(sections: readonly PaperSection[]): PaperProposal[] {
  return sections
    .filter(({ heading, above }) => isProposalHeading(heading) || above.some(isProposalHeading))
    .flatMap(({ heading, texts, place }) => {
      let addressee = addresseeOf(bareHeading(heading)) ?? ''
      // "Kiến nghị với Tỉnh ủy: bố trí …" may be a heading with nothing below it.
      const own = texts.length === 0 && towards.test(bareHeading(heading)) ? restOf(bareHeading(heading)) : ''
      return [...(own === '' ? [] : [{ text: own, place }]), ...texts].flatMap(({ text, place: at }): PaperProposal[] => {
        const line = tidyText(text.replace(/\n/g, ' ')).replace(marker, '')
        const named = addresseeOf(line)
        const rest = named === undefined ? line : restOf(line)
        if (named !== undefined) addressee = named
        if (rest === '' || isNone(rest)) return []
        return [{ text: rest, addressee: asked.exec(rest)?.[1] ?? addressee, heading, place: at }]
      })
    })
}

const none = new Set(['không', 'không có', 'không có kiến nghị', 'không có kiến nghị, đề xuất', 'không có kiến nghị đề xuất'].map(nameKey))
const isNone = (text: string): boolean => none.has(nameKey(text).replace(/\s*[.]$/, ''))

/** Who is meant by `Đối với Tỉnh ủy:`; a sentence that only begins like it goes on without a colon. */
function addresseeOf(line: string): string | undefined {
  const match = towards.exec(line)
  if (!match || (!line.includes(':') && line.length > 80)) return undefined
  return tidyText(match[1]!)
}

const restOf = (line: string): string => tidyText(towards.exec(line)?.[2] ?? '')
