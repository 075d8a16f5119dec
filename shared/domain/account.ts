/** In the order they are listed; one account may have several. */
export const roles = ['clerk', 'reviewer', 'leader', 'registrar', 'administrator'] as const
export type Role = (typeof roles)[number]
