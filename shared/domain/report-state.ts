/** How far a report has come; a report without a step is a draft. */
export const reportStates = ['draft', 'reviewed', 'submitted', 'approved', 'signed', 'issued', 'superseded'] as const
export type ReportState = (typeof reportStates)[number]

/** The paper itself, further and further on, and what shows an approval that was given by hand. */
/** Drawn again from what was fixed: the same bytes, other ones, or drawn by another version that cannot be asked. */
export const renderedAgain = ['same', 'other_version', 'differs'] as const
export type Rendered = (typeof renderedAgain)[number]

export const paperRoles = ['submitted', 'signed', 'issued', 'approval'] as const
export type PaperRole = (typeof paperRoles)[number]

/** What words that were said with a step are about. */
export const stepWordKinds = ['return', 'withdraw', 'reservations', 'paper', 'blocking'] as const
export type StepWordKind = (typeof stepWordKinds)[number]

/** What can be done to a report next; each is a call of the same name. */
export const reportMoves = ['review', 'submit', 'return', 'approve', 'sign', 'issue', 'withdraw'] as const
export type ReportMove = (typeof reportMoves)[number]
