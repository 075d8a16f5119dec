import type { Programme } from '../../shared/domain/programme.ts'
import type { Unit } from '../../shared/domain/unit.ts'
import type { Counts } from './commune-counts.ts'
import { bodySentences, limits, monitorTexts, nextSteps, proposalTexts, taskTexts } from './narrative-texts.ts'
import { choicesFor, type Choices } from './seeded-random.ts'

type Answers = Record<string, string | number>

/** Everything but the counts: a passage per task, proposals, the plan's date and number, monitors. */
export function writeTexts(seed: number, programme: Programme, unit: Unit, counts: Counts): Answers {
  const draw = choicesFor(seed, `texts ${unit.code}`)
  const answers: Answers = {}
  for (const task of programme.tasks) {
    answers[`nar.${task.code}`] =
      unit.line === 'territorial' ? writePassage(draw, seed, unit, counts, task.code) : writeBodyPassage(draw, seed, unit, task.label.vi)
  }
  draw
    .shuffle(proposalTexts)
    .slice(0, draw.between(0, 3))
    .forEach((proposal, index) => {
      answers[`prop.${index + 1}.text`] = proposal.text
      answers[`prop.${index + 1}.addressee`] = proposal.addressee
    })
  for (const milestone of programme.milestones) {
    if (draw.chance(4)) continue
    const day = draw.chance(90) ? `${twoDigits(draw.between(5, 27))}/02/2026` : `${twoDigits(draw.between(2, 13))}/03/2026`
    if (milestone.evidence.includes('date')) answers[`mil.${milestone.code}.date`] = day
    if (milestone.evidence.includes('number')) answers[`mil.${milestone.code}.number`] = planNumber(seed, unit)
  }
  for (const monitor of programme.monitors)
    for (const part of monitor.parts) {
      const texts = monitorTexts[part.name]
      if (part.content === 'text' && texts) answers[`mon.${part.name}`] = fill(draw, seed, draw.pick(texts), unit, counts)
      else if (part.content === 'count') answers[`mon.${part.name}`] = part.name === 'collective_disputes' && draw.chance(8) ? 1 : 0
    }
  if (draw.chance(20)) answers['doc.note'] = 'Số liệu do công đoàn cơ sở và doanh nghiệp cung cấp, đơn vị đã rà soát.'
  return answers
}

/** Two things done, what came of it, sometimes a shortcoming, sometimes a next step. */
export function writePassage(draw: Choices, seed: number, unit: Unit, counts: Counts, task: string): string {
  const texts = taskTexts[task] ?? { done: bodySentences, outcome: nextSteps }
  const sentences = [...draw.shuffle(texts.done).slice(0, draw.between(2, 3)), draw.pick(texts.outcome)]
  if (draw.chance(60)) sentences.push(draw.pick(limits))
  if (draw.chance(45)) sentences.push(draw.pick(nextSteps))
  return inLines(sentences.map((sentence) => fill(draw, seed, sentence, unit, counts)))
}

/** A provincial body guides and inspects; it runs no factory meetings itself. */
function writeBodyPassage(draw: Choices, seed: number, unit: Unit, task: string): string {
  const sentences = draw
    .shuffle(bodySentences)
    .slice(0, draw.between(2, 4))
    .map((sentence) => fill(draw, seed, sentence, unit, {}))
  return inLines([`Về nội dung “${task}”:`, ...sentences])
}

const inLines = (sentences: readonly string[]): string =>
  sentences.map((sentence) => `- ${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}`).join('\n')

function fill(draw: Choices, seed: number, sentence: string, unit: Unit, counts: Counts): string {
  const drawn: Record<string, string | number> = {
    place: unit.line === 'territorial' ? unit.name.replace(/^Đảng ủy /, '') : 'tỉnh',
    unit: unit.name,
    plan: planNumber(seed, unit),
    meetings: twoDigits(draw.between(2, 7)),
    members: twoDigits(draw.between(5, 14)),
    groups: twoDigits(draw.between(4, 19)),
    posts: twoDigits(draw.between(2, 9)),
    praised: twoDigits(draw.between(5, 32)),
    gifts: draw.between(6, 60) * 10,
    workersAsked: draw.between(12, 90) * 10,
    percent: draw.between(84, 99),
    percent2: draw.between(6, 28),
  }
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const count = counts[name]
    return count === undefined ? String(drawn[name] ?? whole) : groupDigits(count)
  })
}

const symbols: Readonly<Partial<Record<Unit['line'], string>>> = { federation: 'LĐLĐ', front: 'MTTQ-BTT', advisory: 'BTGDVTU' }

/** The plan is cited in the passages and declared as evidence: the same number in both. */
const planNumber = (seed: number, unit: Unit): string =>
  `${twoDigits(choicesFor(seed, `plan ${unit.code}`).between(8, 60))}-KH/${symbols[unit.line] ?? 'ĐU'}`

const twoDigits = (count: number): string => String(count).padStart(2, '0')
const groupDigits = (count: number): string => (count < 10 ? twoDigits(count) : String(count).replace(/\B(?=(\d{3})+$)/g, '.'))
