/** How far a unit is with a standing task; such a task has no deadline and is never overdue. */
export const taskStatuses = ['regular', 'irregular', 'not_started'] as const
export type TaskStatus = (typeof taskStatuses)[number]
