/** How far a report has come; a report without a step is a draft. */
export const reportStates = ['draft', 'reviewed'] as const
export type ReportState = (typeof reportStates)[number]
