/** What a person can decide about a finding; `marked`: a reviewer makes it stop the submitting. */
export const decisions = ['kept', 'adjusted', 'asked', 'waived', 'marked'] as const
export type Decision = (typeof decisions)[number]

export const noteKinds = ['remark', 'strength', 'shortcoming', 'commendation'] as const
export type NoteKind = (typeof noteKinds)[number]

/** Nội bộ · Gửi đơn vị. */
export const audiences = ['internal', 'unit'] as const
export type Audience = (typeof audiences)[number]

/** Khách quan, chủ quan. */
export const causes = ['unknown', 'objective', 'subjective', 'both'] as const
export type Cause = (typeof causes)[number]

/** Mới ghi nhận · Đang khắc phục · Đơn vị báo đã xong · Đã xác nhận. */
export const shortcomingStates = ['open', 'in_progress', 'done', 'verified'] as const
export type ShortcomingState = (typeof shortcomingStates)[number]

/** From which state to which; a verified one can be opened again. */
export const shortcomingMoves: Readonly<Record<ShortcomingState, readonly ShortcomingState[]>> = {
  open: ['in_progress', 'done'],
  in_progress: ['done', 'open'],
  done: ['verified', 'open'],
  verified: ['open'],
}

export type Shortcoming = {
  category: string
  /** Whom or what it touches, in words. */
  scope: string
  /** How much, in words with the number. */
  extent: string
  cause: Cause
  causeText: string
  remedy: string
  /** Who answers for the remedy. */
  owner: string
  dueOn: string | null
  state: ShortcomingState
  verifiedAt: string | null
}

/** A stretch of a narrative, in UTF-16 units of its NFC text, with what stood around it. */
export type Passage = { start: number; end: number; quote: string; before: string; after: string }

export const noteEntryKinds = ['reply', 'evidence', 'state', 'change', 'move'] as const
export type NoteEntryKind = (typeof noteEntryKinds)[number]

export const proposalStates = ['noted', 'forwarded', 'answered', 'set_aside'] as const
export type ProposalState = (typeof proposalStates)[number]

export const callChannels = ['phone', 'zalo', 'email', 'visit', 'other'] as const
export type CallChannel = (typeof callChannels)[number]

/** Papers that are kept in the register of what went out. */
export const letterKinds = ['urging', 'notice', 'minutes', 'query'] as const
export type LetterKind = (typeof letterKinds)[number]

/** Papers for the office itself beside them. */
export const paperKinds = ['urging', 'notice', 'minutes', 'query', 'worksheet', 'record'] as const
export type PaperKind = (typeof paperKinds)[number]
