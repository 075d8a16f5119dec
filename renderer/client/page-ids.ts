/** Every page of the application, in the order of the work. */
export const pageIds = [
  'start',
  'overview',
  'intake',
  'register',
  'figures',
  'reconcile',
  'review',
  'report',
  'journal',
  'settings',
] as const
export type PageId = (typeof pageIds)[number]
