import type { ReactNode } from 'react'
import './empty-state.css'

/** Says what is not there yet and what to do about it; the button that does it comes as `children`. */
export function EmptyState({ title, how, children }: { title: string; how: ReactNode; children?: ReactNode }) {
  return (
    <section className="empty" aria-labelledby="empty">
      <h2 id="empty">{title}</h2>
      <p>{how}</p>
      {children !== undefined && <div className="empty-actions">{children}</div>}
    </section>
  )
}
