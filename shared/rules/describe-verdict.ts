import type { PdfVerdict, SignatureFinding } from '../domain/pdf-verdict.ts'
import { fillText, type Language } from '../messages/text.ts'
import { verifySentences, verifyTexts, type VerifyCheckName } from '../messages/verify.ts'
import { printInstant } from '../vietnamese/dates.ts'
import { formatSmallCount } from '../vietnamese/format-number.ts'

/** `ok` is null for what could not be judged, which is neither good nor bad. */
export type VerifyCheck = { name: VerifyCheckName; ok: boolean | null; detail: string }
export type Archive = 'match' | 'differs' | 'unknown'
export type VerifyAnswer = { ok: boolean; integrity: boolean; trust: PdfVerdict['trust']; archive: Archive; checks: VerifyCheck[] }

/** A verdict in words, check by check. */
export function describeVerdict(verdict: PdfVerdict, archive: Archive, language: Language): VerifyAnswer {
  const { integrity, trust } = verdict
  return { ok: integrity && trust === 'trusted', integrity, trust, archive, checks: checksOf(verdict, archive, language) }
}

/** The same in one sentence, as `users.md` has it for people. */
export function sayVerdict({ readable, signatures, integrity, trust }: PdfVerdict, archive: Archive, language: Language): string {
  const say = (key: keyof typeof verifySentences): string => verifySentences[key][language]
  const known = archive === 'unknown' ? [] : [say(archive)]
  if (readable !== 'yes') return `${[say('unreadable'), ...known].join('; ')}.`
  if (signatures.length === 0) return `${[say('unsigned'), ...known].join('; ')}.`
  return `${[say(integrity ? 'whole' : 'broken'), say(trust), ...known, verifyTexts.revocation[language]].join('; ')}.`
}

function checksOf(verdict: PdfVerdict, archive: Archive, language: Language): VerifyCheck[] {
  const { readable, signatures, later, tail } = verdict
  const say = (key: keyof typeof verifyTexts, params: Record<string, string> = {}): string => fillText(verifyTexts[key], language, params)
  const count = (number: number): string => formatSmallCount(number, language)
  const kept: VerifyCheck = {
    name: 'archive',
    ok: { match: true, differs: false, unknown: null }[archive],
    detail: say(`archive_${archive}`),
  }
  const read: VerifyCheck = { name: 'readable', ok: readable === 'yes', detail: say(`readable_${readable}`) }
  if (readable !== 'yes') return [read, kept]
  const signed: VerifyCheck = {
    name: 'signed',
    ok: signatures.length > 0,
    detail: signatures.length > 0 ? say('signed', { count: count(signatures.length) }) : say('unsigned'),
  }
  if (signatures.length === 0) return [read, signed, kept]

  const nth = (finding: SignatureFinding): string => say('nth', { place: count(signatures.indexOf(finding) + 1) })
  const name = (finding: SignatureFinding): string => finding.signer || nth(finding)
  const at = (instant: string): string => printInstant(instant, language)
  const each = (
    check: VerifyCheckName,
    judge: (finding: SignatureFinding) => boolean | null,
    detail: (finding: SignatureFinding) => string,
  ): VerifyCheck => {
    const judged = signatures.map(judge)
    return {
      name: check,
      ok: judged.includes(false) ? false : judged.includes(null) ? null : true,
      detail: signatures.map(detail).join('; '),
    }
  }
  return [
    read,
    signed,
    each(
      'digest',
      ({ digest }) => digest === 'right',
      (one) => say(`digest_${one.digest}`, { signature: nth(one) }),
    ),
    each(
      'byte_range',
      ({ range }) => range === 'exact',
      (one) => say(`range_${one.range}`, { signature: nth(one) }),
    ),
    { name: 'covers_file', ok: tail === 0, detail: tailWords() },
    { name: 'later_changes', ok: later.problems.length === 0, detail: laterWords() },
    each('signer', ({ signer }) => (signer === '' ? null : true), signerWords),
    each(
      'chain',
      ({ chain }) => ({ trusted: true, unknown: null, untrusted: false })[chain.trust],
      (one) =>
        one.chain.trust === 'trusted'
          ? say('chain_trusted', { name: name(one), anchor: one.chain.anchor.split('\n').join(', ') })
          : say(`chain_${one.chain.why}`, { name: name(one) }),
    ),
    each(
      'validity',
      ({ chain }) => (chain.trust === 'trusted' ? true : chain.trust === 'untrusted' && chain.why === 'not_valid_then' ? false : null),
      (one) =>
        say(
          one.chain.trust === 'trusted'
            ? 'valid_then'
            : one.chain.trust === 'untrusted' && one.chain.why === 'not_valid_then'
              ? 'chain_not_valid_then'
              : 'validity_unknown',
          { name: name(one) },
        ),
    ),
    { name: 'revocation', ok: null, detail: say('revocation') },
    each(
      'timestamp',
      ({ hasTimestamp }) => (hasTimestamp ? true : null),
      (one) =>
        one.hasTimestamp ? say('timestamp', { name: name(one), at: at(one.signedAt ?? '') }) : say('no_timestamp', { name: name(one) }),
    ),
    each('signature_block', ({ isIntendedSigner }) => isIntendedSigner ?? null, blockWords),
    kept,
  ]

  function tailWords(): string {
    if (tail === 0) return say('covered')
    return say(later.problems.length === 0 && (later.number || later.day) ? 'tail_numbered' : 'tail', { bytes: String(tail) })
  }

  function laterWords(): string {
    if (later.problems.length > 0) return later.problems.map((problem) => say(problem === 'covered' ? 'covered_page' : problem)).join('; ')
    const what = [
      ...(later.number ? [say('later_number')] : []),
      ...(later.day ? [say('later_day')] : []),
      ...(later.signatures > 0 ? [say('later_signatures', { count: count(later.signatures) })] : []),
    ]
    return what.length === 0 ? say('later_none') : say('later_allowed', { what: what.join(', ') })
  }

  function signerWords(one: SignatureFinding): string {
    if (one.signer === '') return say('signer_unknown', { signature: nth(one) })
    return one.signedAt ? say('signer', { name: one.signer, at: at(one.signedAt) }) : say('signer_no_time', { name: one.signer })
  }

  function blockWords(one: SignatureFinding): string {
    if (one.isIntendedSigner === undefined) return say('block_open')
    return one.isIntendedSigner
      ? say('block_same', { name: name(one) })
      : say('block_other', { name: name(one), expected: one.intendedFor ?? '' })
  }
}
